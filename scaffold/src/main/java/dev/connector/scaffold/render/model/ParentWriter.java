package dev.connector.scaffold.render.model;

import dev.connector.scaffold.render.code.Expression;
import dev.connector.spec.definition.Parent;

/** Writes for whose records others are read. */
final class ParentWriter {

  private ParentWriter() {}

  static Expression parent(Parent declared) {
    Expression parent = Expression.call("Parent.of", Expression.text(declared.resource()));
    for (var bound : declared.bind().entrySet()) {
      parent =
          parent.then(
              "bind", Expression.text(bound.getKey()), ListingWriter.pointer(bound.getValue()));
    }
    for (var copy : declared.copy().entrySet()) {
      parent =
          parent.then(
              "copy", ListingWriter.pointer(copy.getValue()), ListingWriter.pointer(copy.getKey()));
    }
    return parent;
  }
}
