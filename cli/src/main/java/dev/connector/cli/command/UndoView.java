package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.registry.workspace.change.Operation;
import dev.connector.registry.workspace.change.Undo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells what {@code undo} did, or would do, to people and to programs.
 *
 * @param history what could be undone before, newest first
 */
record UndoView(Path folder, Undo undo, List<Operation> history, boolean applied) {

  void print(Terminal terminal) {
    String title = "\"" + Text.visible(undo.operation().title()) + "\"";
    terminal.print(
        terminal.styled(Style.GOOD, (applied ? "Undid " : "Would undo ") + title)
            + " in "
            + folder);
    if (!applied || !undo.changes().isEmpty()) {
      new PlanText(terminal, undo.changes()).print("restored", applied);
    }
    terminal.section("Can be undone next", rest().stream().map(Operation::title).toList());
  }

  private List<Operation> rest() {
    return history.stream().filter(it -> !it.id().equals(undo.operation().id())).toList();
  }

  ObjectNode document(Optional<Mended> mended) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("applied", applied).put("folder", folder.toString());
    describe(document.putObject("operation"), undo.operation());
    document.set("changes", PlanWords.document(undo.changes()));
    ArrayNode next = document.putArray("next");
    rest().forEach(operation -> describe(next.addObject(), operation));
    mended.ifPresent(it -> document.set("mended", MendedText.document(it)));
    return document;
  }

  private static void describe(ObjectNode node, Operation operation) {
    node.put("title", operation.title()).put("at", operation.at().toString());
  }
}
