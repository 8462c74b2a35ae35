package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.workspace.RemovePlan;
import dev.connector.registry.workspace.RemovePlan.Dropped;
import dev.connector.registry.workspace.change.Mended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what {@code remove} did, or would do, to people and to programs. */
record RemoveView(Path folder, RemovePlan plan, boolean applied) {

  static String names(RemovePlan plan) {
    return plan.items().stream()
        .map(item -> item.name() + " " + item.version())
        .collect(Collectors.joining(", "));
  }

  void print(Terminal terminal) {
    terminal.print(
        terminal.styled(Style.GOOD, (applied ? "Removed " : "Would remove ") + names(plan))
            + " from "
            + folder);
    new PlanText(terminal, plan.plan().changes()).print("changed", applied);
    terminal.section("Yours now, since you edited them", plan.yours());
    buildFiles()
        .forEach(
            file ->
                terminal.section(
                    "Dependencies " + (applied ? "taken" : "to be taken") + " out of " + file,
                    libraries(file)));
    terminal.section("Good to know", plan.advice());
    if (applied) {
      terminal.section("To take it back", List.of("connector undo"));
    }
  }

  private List<String> buildFiles() {
    return plan.dependencies().stream().map(Dropped::buildFile).distinct().toList();
  }

  private List<String> libraries(String buildFile) {
    return plan.dependencies().stream()
        .filter(it -> it.buildFile().equals(buildFile))
        .map(Dropped::library)
        .toList();
  }

  ObjectNode document(Optional<Mended> mended) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("applied", applied).put("folder", folder.toString());
    ArrayNode items = document.putArray("items");
    plan.items()
        .forEach(
            item ->
                items
                    .addObject()
                    .put("name", item.name())
                    .put("version", item.version())
                    .put("files", item.files()));
    document.set("changes", PlanWords.document(plan.plan().changes()));
    plan.yours().forEach(document.putArray("yours")::add);
    ArrayNode dependencies = document.putArray("dependencies");
    plan.dependencies()
        .forEach(
            it ->
                dependencies
                    .addObject()
                    .put("buildFile", it.buildFile())
                    .put("library", it.library()));
    plan.advice().forEach(document.putArray("advice")::add);
    mended.ifPresent(it -> document.set("mended", MendedText.document(it)));
    return document;
  }
}
