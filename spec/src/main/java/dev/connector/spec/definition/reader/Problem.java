package dev.connector.spec.definition.reader;

import java.util.Objects;

/**
 * Something to change in a definition.
 *
 * @param pointer JSON Pointer to the place; empty for the whole document
 * @param cause what is wrong there
 * @param fix what to write instead
 */
public record Problem(Severity severity, String pointer, String cause, String fix) {

  public Problem {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(pointer);
    Objects.requireNonNull(cause);
    Objects.requireNonNull(fix);
  }

  /** Whether a definition with the problem can be used. */
  public enum Severity {
    /** It cannot. */
    ERROR,
    /** It can, with less than it says. */
    WARNING
  }

  /** One line: {@code /resources/contacts/schema: no such file; ...}. */
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "(root)" : pointer) + ": " + cause + "; " + fix;
  }
}
