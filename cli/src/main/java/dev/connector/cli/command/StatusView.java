package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.OriginFormat;
import dev.connector.registry.workspace.Status;
import dev.connector.registry.workspace.Status.FileState;
import dev.connector.registry.workspace.Status.Installed;
import dev.connector.registry.workspace.UnfinishedMerge;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a project's state, for people and for programs. */
final class StatusView {

  private final Path root;
  private final Status status;

  StatusView(Path root, Status status) {
    this.root = root;
    this.status = status;
  }

  void print(Terminal terminal) {
    status
        .unfinished()
        .ifPresent(
            operation ->
                terminal.note(
                    "note:  \""
                        + Text.visible(operation.title())
                        + "\" was interrupted here; the next command that writes ends it"));
    if (status.installed().isEmpty()) {
      terminal.print("no connectors in " + root);
      return;
    }
    Table table = new Table("NAME", "VERSION", "FROM", "FILES").wrapped();
    for (Installed each : status.installed()) {
      table.row(each.name(), version(each), each.entry().origin().shown(), files(each));
    }
    table.print(terminal, "");
    for (Installed each : status.installed()) {
      details(terminal, each);
    }
    if (status.merge().isPresent()) {
      unfinished(terminal, status.merge().get());
      return;
    }
    if (status.installed().stream().anyMatch(each -> each.count(FileState.MISSING) > 0)) {
      terminal.section("To bring back what is missing", List.of("connector install"));
    }
    List<String> newer =
        status.installed().stream()
            .filter(each -> each.available().isPresent())
            .map(Installed::name)
            .toList();
    if (!newer.isEmpty()) {
      terminal.section(
          "To take what is new upstream", List.of("connector update " + String.join(" ", newer)));
    }
  }

  /** Nothing else can be done before an update is ended, so nothing else is proposed. */
  private static void unfinished(Terminal terminal, UnfinishedMerge merge) {
    terminal.section(
        "Overlaps of \"" + Text.visible(merge.title()) + "\" to resolve", merge.paths());
    terminal.section(
        "Then, or to take the update back",
        List.of("connector update --continue", "connector update --abort"));
  }

  private static String version(Installed installed) {
    String here = installed.entry().version();
    return installed
        .available()
        .map(
            there ->
                there.equals(here)
                    ? here + " (changed upstream)"
                    : here + " (" + there + " upstream)")
        .orElse(here);
  }

  private static String files(Installed installed) {
    return Stream.of(FileState.values())
        .filter(state -> installed.count(state) > 0)
        .map(state -> installed.count(state) + " " + word(state))
        .collect(Collectors.joining(", "));
  }

  private static void details(Terminal terminal, Installed installed) {
    List<Map.Entry<String, FileState>> notable =
        installed.files().entrySet().stream()
            .filter(file -> file.getValue() != FileState.UNMODIFIED)
            .toList();
    if (!notable.isEmpty()) {
      terminal.print("");
      terminal.print(terminal.styled(Style.STRONG, installed.name()));
      Table table = new Table().whole();
      notable.forEach(file -> table.row(word(file.getValue()), file.getKey()));
      table.print(terminal, "  ");
    }
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("folder", root.toString());
    ArrayNode items = document.putArray("items");
    for (Installed installed : status.installed()) {
      ObjectNode item = items.addObject();
      item.put("name", installed.name()).put("version", installed.entry().version());
      installed.available().ifPresent(version -> item.put("available", version));
      item.set("origin", OriginFormat.write(installed.entry().origin()));
      ObjectNode files = item.putObject("files");
      installed.files().forEach((path, state) -> files.put(path, name(state)));
    }
    status
        .unfinished()
        .ifPresent(operation -> document.putObject("unfinished").put("title", operation.title()));
    status.merge().ifPresent(merge -> merge(document.putObject("merge"), merge));
    return document;
  }

  private static void merge(ObjectNode node, UnfinishedMerge merge) {
    ArrayNode files = node.put("title", merge.title()).putArray("files");
    merge.paths().forEach(files::add);
  }

  private static String name(FileState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String word(FileState state) {
    return switch (state) {
      case UPSTREAM -> "changed upstream";
      case BOTH -> "changed by both";
      default -> name(state);
    };
  }
}
