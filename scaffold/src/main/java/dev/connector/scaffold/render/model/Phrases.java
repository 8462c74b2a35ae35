package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Words;

/** What is said of an operation where its definition says nothing. */
final class Phrases {

  private Phrases() {}

  static String of(JavaOperation operation, String title) {
    String many = title.isBlank() ? "records" : title;
    switch (operation.result()) {
      case STREAM:
        return operation.name().equals("list")
            ? "Reads all: " + many + "."
            : "Reads " + Words.spaced(operation.name()) + ": " + many + ".";
      case RECORD:
        return verb(operation) + " one of: " + many + ".";
      case NOTHING:
        return "Takes one away of: " + many + ".";
      default:
        return "Calls " + Words.spaced(operation.name()) + ": " + many + ".";
    }
  }

  private static String verb(JavaOperation operation) {
    switch (operation.definition().request().method()) {
      case "GET":
        return "Reads";
      case "POST":
        return "Makes";
      default:
        return "Changes";
    }
  }
}
