package dev.connector.registry.contribute.forge;

import java.util.Objects;

/** A token, which no string form shows. */
record Token(String value) {

  Token {
    Objects.requireNonNull(value);
  }

  /** A text without it, wherever the text is from. */
  String hidden(String text) {
    return text.replace(value, "***");
  }

  @Override
  public String toString() {
    return "***";
  }
}
