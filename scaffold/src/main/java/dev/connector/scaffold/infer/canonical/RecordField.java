package dev.connector.scaffold.infer.canonical;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A field of a record.
 *
 * @param name its own, without those of the objects around it
 * @param group the name of the object it stands in, {@code address}; empty for the record itself
 * @param always whether every record has a value there
 */
record RecordField(String name, String group, JsonPointer at, ApiSchema schema, boolean always) {

  private static final int MOST = 400;

  /**
   * The fields of a record, of the objects that merely hold them ({@code attributes}), and of those
   * one level down; the record's own come first.
   */
  static List<RecordField> of(ApiSchema record, Lexicon lexicon) {
    List<RecordField> fields = new ArrayList<>();
    add(record, "", JsonPointer.empty(), true, fields);
    for (RecordField field : List.copyOf(fields)) {
      boolean holds = lexicon.knows("wrapperKey", field.name());
      if (field.schema().isObject() && !field.schema().isArray()) {
        add(field.schema(), holds ? "" : field.name(), field.at(), field.always(), fields);
      }
    }
    return fields;
  }

  private static void add(
      ApiSchema object, String group, JsonPointer at, boolean always, List<RecordField> fields) {
    Set<String> required = object.required();
    object
        .properties()
        .forEach(
            (name, schema) -> {
              if (fields.size() < MOST && !name.isEmpty() && !schema.writeOnly()) {
                boolean there = always && required.contains(name) && !schema.nullable();
                fields.add(new RecordField(name, group, at.appendProperty(name), schema, there));
              }
            });
  }
}
