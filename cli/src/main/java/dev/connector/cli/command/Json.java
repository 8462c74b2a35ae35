package dev.connector.cli.command;

import com.fasterxml.jackson.databind.JsonNode;

/** Prints documents for programs: indented, in the order they were built. */
final class Json {

  private Json() {}

  static String print(JsonNode document) {
    return document.toPrettyString();
  }
}
