package dev.connector.scaffold.render.model;

import java.util.List;

/**
 * What a record type is made of.
 *
 * @param rest whether there is more than a record can have as components
 * @param nested the types of values in it
 */
record RecordShape(
    String name, String description, List<Field> fields, boolean rest, List<RecordShape> nested) {

  RecordShape {
    fields = List.copyOf(fields);
    nested = List.copyOf(nested);
  }

  /**
   * A value in it.
   *
   * @param json its name in JSON
   */
  record Field(String json, String component, String type, String description) {}
}
