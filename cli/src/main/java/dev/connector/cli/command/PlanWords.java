package dev.connector.cli.command;

import dev.connector.registry.workspace.change.Change;

/** Names what a change does, for people and for programs. */
final class PlanWords {

  private PlanWords() {}

  /** {@code +}, {@code ~} or {@code -}. */
  static String sign(Change change) {
    return change.before().isEmpty() ? "+" : change.after().isEmpty() ? "-" : "~";
  }

  /** {@code create}, {@code replace} or {@code delete}. */
  static String action(Change change) {
    return change.before().isEmpty() ? "create" : change.after().isEmpty() ? "delete" : "replace";
  }
}
