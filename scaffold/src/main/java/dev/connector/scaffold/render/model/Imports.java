package dev.connector.scaffold.render.model;

import java.util.List;

/** The types that rendered code imports. */
final class Imports {

  private Imports() {}

  static List<String> simpleNames() {
    return List.of();
  }
}
