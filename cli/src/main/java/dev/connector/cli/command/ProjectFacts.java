package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.project.FreshProject;
import dev.connector.cli.project.Workplace;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.Project;

/** What was recognised about a project, so that the user can put it right with an option. */
final class ProjectFacts {

  private final Workplace place;

  ProjectFacts(Workplace place) {
    this.place = place;
  }

  void print(Terminal terminal) {
    Table table = new Table().whole();
    table.row("folder", place.folder().toString());
    table.row("build file", place.project().buildFile());
    if (place.project() instanceof Project.Java java) {
      table.row("build", java.build().title());
      java.level().ifPresent(it -> table.row("Java", it.release() + " (" + it.source() + ")"));
      table.row("sources", java.layout().main());
      table.row("tests", java.layout().test());
      table.row("package", java.basePackage());
    } else {
      table.row("language", place.project().language().title());
    }
    table.print(terminal, "");
    if (place.project() instanceof Project.Java java) {
      java.notes().forEach(note -> terminal.note("note:  " + Text.visible(note)));
    }
  }

  ObjectNode document() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("folder", place.folder().toString());
    node.put("language", place.project().language().id());
    node.put("buildFile", place.project().buildFile());
    node.put("created", place instanceof FreshProject);
    if (place.project() instanceof Project.Java java) {
      java.level().ifPresent(level -> node.put("release", level.release()));
      node.put("package", java.basePackage());
      node.put("sources", java.layout().main());
      node.put("tests", java.layout().test());
    }
    return node;
  }
}
