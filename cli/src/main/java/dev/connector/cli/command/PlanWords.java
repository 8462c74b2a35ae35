package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.connector.registry.workspace.change.Change;
import java.util.List;

/** Names what a change does, for people and for programs. */
final class PlanWords {

  private PlanWords() {}

  /** {@code +}, {@code ~} or {@code -}. */
  static String sign(Change change) {
    return change.before().isEmpty() ? "+" : change.after().isEmpty() ? "-" : "~";
  }

  /** The changes for programs, without their contents. */
  static ArrayNode document(List<Change> changes) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Change change : changes) {
      array.addObject().put("path", change.path()).put("action", action(change));
    }
    return array;
  }

  /** {@code create}, {@code replace} or {@code delete}. */
  static String action(Change change) {
    return change.before().isEmpty() ? "create" : change.after().isEmpty() ? "delete" : "replace";
  }
}
