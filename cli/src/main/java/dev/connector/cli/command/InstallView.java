package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.workspace.InstallPlan;
import dev.connector.registry.workspace.InstallPlan.Restored;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.Mended;
import java.util.List;
import java.util.Optional;

/** Tells what {@code install} did, or would do, to people and to programs. */
record InstallView(Project project, InstallPlan plan, boolean applied) {

  void print(Terminal terminal) {
    if (plan.plan().isEmpty()) {
      terminal.print("Everything is in place in " + project.root() + ".");
    } else {
      terminal.print(
          terminal.styled(Style.GOOD, applied ? "Installed" : "Would install")
              + " what was missing in "
              + project.root());
      items(terminal);
      new PlanText(terminal, plan.plan().changes()).print("written", applied);
    }
    terminal.section("Left as they are, since you edited them", plan.yours());
    terminal.section(
        (applied ? "Dependencies added to " : "Dependencies to be added to ") + project.buildFile(),
        ids(plan.dependencies()));
    terminal.section("Dependencies for you to add", ids(plan.missingDependencies()));
    terminal.section("Good to know", plan.advice());
  }

  private void items(Terminal terminal) {
    Table table = new Table("NAME", "VERSION", "FILES", "MISSING").whole();
    for (Restored item : plan.items()) {
      table.row(
          item.name(),
          item.version(),
          String.valueOf(item.files()),
          String.valueOf(item.missing()));
    }
    terminal.print("");
    table.print(terminal, Terminal.INDENT);
  }

  private static List<String> ids(List<Dependency> dependencies) {
    return dependencies.stream()
        .map(it -> it.id() + (it.scope() == Dependency.Scope.TEST ? " (for tests)" : ""))
        .toList();
  }

  ObjectNode document(Optional<Mended> mended) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("applied", applied).put("folder", project.root().toString());
    ArrayNode items = document.putArray("items");
    plan.items()
        .forEach(
            item ->
                items
                    .addObject()
                    .put("name", item.name())
                    .put("version", item.version())
                    .put("files", item.files())
                    .put("missing", item.missing()));
    document.set("changes", PlanWords.document(plan.plan().changes()));
    plan.yours().forEach(document.putArray("yours")::add);
    dependencies(document.putArray("dependencies"), plan.dependencies());
    dependencies(document.putArray("missingDependencies"), plan.missingDependencies());
    plan.advice().forEach(document.putArray("advice")::add);
    mended.ifPresent(it -> document.set("mended", MendedText.document(it)));
    return document;
  }

  private static void dependencies(ArrayNode array, List<Dependency> dependencies) {
    dependencies.forEach(
        it -> array.addObject().put("id", it.id()).put("scope", it.scope().toString()));
  }
}
