package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells a person what {@code new} understood of an API, what it made of it, and what is open. */
final class NewText {

  private static final int MOST_ROWS = 40;
  private static final int MOST_GAPS = 12;
  private static final int MOST_LEFT_OUT = 8;

  private final Terminal terminal;
  private final Environment environment;
  private final ConnectorDraft draft;

  NewText(Environment environment, ConnectorDraft draft) {
    this.environment = environment;
    this.terminal = environment.terminal();
    this.draft = draft;
  }

  /** What there is to read, and how. */
  void resources() {
    Definition definition = draft.definition();
    terminal.print(
        terminal.styled(Style.STRONG, Text.visible(definition.title()))
            + ": "
            + Text.count(definition.resources().size(), "resource")
            + ", "
            + authentication(definition));
    Table table = new Table("RESOURCE", "PAGES", "CHANGES", "OF EACH", "ALSO");
    definition.resources().entrySet().stream()
        .limit(MOST_ROWS)
        .forEach(it -> row(table, it.getKey(), it.getValue()));
    terminal.print("");
    table.print(terminal, Terminal.INDENT);
    int more = definition.resources().size() - MOST_ROWS;
    if (more > 0) {
      terminal.print(
          Terminal.INDENT
              + "and "
              + more
              + " more; choose with --resources, see all with --explain");
    }
    terminal.print("");
  }

  private static void row(Table table, String name, Resource resource) {
    Optional<String> reading = resource.reading().operation();
    String also =
        resource.operations().keySet().stream()
            .filter(it -> !reading.equals(Optional.of(it)))
            .collect(Collectors.joining(" "));
    table.row(
        name,
        reading.map(resource.operations()::get).map(NewText::pages).orElse("-"),
        resource.reading().incremental().map(it -> it.cursor().toString()).orElse("-"),
        resource.reading().parent().map(it -> it.resource()).orElse("-"),
        also.isEmpty() ? "-" : also);
  }

  private static String pages(Operation operation) {
    return operation.pagination().map(NewText::kind).orElse("first page only");
  }

  private static String kind(Pagination pagination) {
    if (pagination instanceof Pagination.Page) {
      return "page numbers";
    } else if (pagination instanceof Pagination.Offset) {
      return "offsets";
    } else if (pagination instanceof Pagination.Cursor) {
      return "tokens";
    } else if (pagination instanceof Pagination.Keyset) {
      return "last key";
    }
    return pagination instanceof Pagination.NextLink ? "next links" : "Link header";
  }

  private static String authentication(Definition definition) {
    String kinds =
        definition.authentication().stream()
            .map(ItemView::kind)
            .distinct()
            .collect(Collectors.joining(" or "));
    return kinds.isEmpty() ? "no authentication" : "authentication by " + kinds;
  }

  /** What a person has to settle, each with the edit that does it. */
  void open() {
    List<Gap> gaps = draft.inferred().gaps();
    if (!gaps.isEmpty()) {
      terminal.print(
          terminal.styled(
              Style.STRONG,
              "Not settled by the description ("
                  + gaps.size()
                  + "), to be edited in .connectors/"
                  + draft.definition().name()
                  + "/connector.json; then: connector update "
                  + draft.definition().name()));
      gaps.stream().limit(MOST_GAPS).forEach(this::gap);
      if (gaps.size() > MOST_GAPS) {
        wrapped("  ", "and " + (gaps.size() - MOST_GAPS) + " more; all are in its README.md");
      }
      terminal.print("");
    }
    if (!draft.inferred().leftOut().isEmpty()) {
      terminal.print(terminal.styled(Style.STRONG, "Left out"));
      shortened(draft.inferred().leftOut()).forEach(it -> wrapped("  ", it));
      terminal.print("");
    }
  }

  private void gap(Gap gap) {
    wrapped("  ", "- " + gap.subject() + ": " + gap.question());
    if (!gap.alternatives().isEmpty()) {
      wrapped("    ", "perhaps " + String.join(", or ", gap.alternatives()));
    }
    // Not broken, since it is copied.
    terminal.print(
        Text.visible("    write at " + gap.edit().pointer() + ": " + gap.edit().value()));
  }

  private void wrapped(String indent, String text) {
    String visible = Text.visible(text);
    String further = indent + (visible.startsWith("- ") ? "  " : "");
    List<String> lines = Text.wrap(visible, terminal.textWidth() - further.length());
    for (int i = 0; i < lines.size(); i++) {
      terminal.print((i == 0 ? indent : further) + lines.get(i));
    }
  }

  private static List<String> shortened(List<String> reasons) {
    List<String> lines =
        new ArrayList<>(reasons.stream().limit(MOST_LEFT_OUT).map(it -> "- " + it).toList());
    if (reasons.size() > MOST_LEFT_OUT) {
      lines.add("and " + (reasons.size() - MOST_LEFT_OUT) + " more; see all with --explain");
    }
    return lines;
  }

  /** The facts and all their reasons, instead of a connector. */
  void explanation() {
    new ExplanationText(terminal).print(draft.inferred().explanation());
    open();
  }
}
