package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Tool;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules a connector is held to, by their ids. */
public final class ReadSpec implements AgentTool {

  private static final int MOST = 20;

  @Override
  public Tool description() {
    return new Input()
        .texts("rules", "Ids or chapters, such as PAGE-3 or INC.")
        .required("rules")
        .tool(
            "read_spec", "Gives rules in full, and why they are; for findings that are not clear.");
  }

  @Override
  public boolean readsOutside() {
    return false;
  }

  @Override
  public Answer use(ObjectNode arguments, Draft draft) {
    List<String> asked =
        Input.texts(arguments, "rules", MOST).stream()
            .map(it -> it.toUpperCase(Locale.ROOT))
            .toList();
    Rules rules = Rules.load();
    List<Rule> found =
        rules.chapters().stream()
            .flatMap(chapter -> chapter.rules().stream())
            .filter(rule -> asked.contains(rule.id()) || asked.contains(rule.chapter()))
            .toList();
    if (found.isEmpty()) {
      return Answer.refused(
          "no such rule; the chapters are "
              + rules.chapters().stream().map(it -> it.id()).collect(Collectors.joining(", ")));
    }
    return Answer.of(found.stream().map(ReadSpec::told).collect(Collectors.joining("\n\n")));
  }

  private static String told(Rule rule) {
    return "%s %s (%s)%n%s%nWhy: %s%s"
        .formatted(
            rule.id(),
            rule.title(),
            rule.level().name().toLowerCase(Locale.ROOT),
            rule.statement(),
            rule.rationale(),
            rule.values().isEmpty() ? "" : "\nFigures: " + rule.values());
  }
}
