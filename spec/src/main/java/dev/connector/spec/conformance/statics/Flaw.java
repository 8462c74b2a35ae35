package dev.connector.spec.conformance.statics;

import java.util.Objects;

/**
 * Something to mend in a connector's files.
 *
 * @param place the file, and where in it: {@code connector.json /resources/contacts/schema} by JSON
 *     Pointer, {@code README.md:12} by line
 * @param cause what is wrong there
 * @param fix what to do about it
 */
record Flaw(String place, String cause, String fix) {

  Flaw {
    Objects.requireNonNull(place);
    Objects.requireNonNull(cause);
    Objects.requireNonNull(fix);
  }

  /** One line: {@code connector.json /settings/token: a secret has a default value; remove it}. */
  @Override
  public String toString() {
    return place + ": " + cause + "; " + fix;
  }
}
