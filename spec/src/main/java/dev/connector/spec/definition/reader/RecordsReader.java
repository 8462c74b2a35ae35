package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.Records;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads {@code records}. */
final class RecordsReader {

  private static final JsonPointer WHOLE = JsonPointer.empty();

  private final Map<String, Function<Fields, Records.Shape>> shapes = new LinkedHashMap<>();

  RecordsReader() {
    shapes.put("array", RecordsReader::array);
    shapes.put("single", fields -> new Records.Single());
    shapes.put("map", RecordsReader::entries);
    shapes.put("table", RecordsReader::table);
  }

  Records records(Value value) {
    return value.node().isTextual()
        ? new Records(Formats.pointer(value), new Records.Array(WHOLE), Map.of())
        : value.object(this::records);
  }

  private Records records(Fields fields) {
    JsonPointer at = fields.or(WHOLE, "at", Formats::pointer);
    Map<JsonPointer, JsonPointer> copy =
        fields.or(Map.of(), "copy", v -> v.map(RecordsReader::place, Formats::pointer));
    Function<Fields, Records.Shape> kind =
        fields.or(shapes.get("array"), "shape", v -> Value.Choice.of(v.text(), shapes));
    if (kind == null) {
      return null;
    }
    Records.Shape shape = kind.apply(fields);
    return fields.build(() -> new Records(at, shape, copy));
  }

  private static Records.Shape array(Fields fields) {
    JsonPointer item = fields.or(WHOLE, "item", Formats::pointer);
    return fields.part(() -> new Records.Array(item));
  }

  private static Records.Shape entries(Fields fields) {
    JsonPointer key = fields.required("key", RecordsReader::place);
    JsonPointer value = fields.or(WHOLE, "value", Formats::pointer);
    return fields.part(() -> new Records.Entries(key, value));
  }

  private static Records.Shape table(Fields fields) {
    fields.notExecutedYet("records in a table");
    JsonPointer columns = fields.required("columns", Formats::pointer);
    return fields.part(() -> new Records.Table(columns));
  }

  /** A place in a record, which is not the record itself. */
  static JsonPointer place(Value value) {
    return place(value.text());
  }

  static JsonPointer place(String text) {
    JsonPointer pointer = Formats.pointer(text);
    if (pointer.matches()) {
      throw new InvalidDefinitionException(
          "the value would be the whole record", "give it a place, such as /id");
    }
    return pointer;
  }
}
