package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Source;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads where a value goes in a request, and where one is found in a response. */
final class PlaceReader {

  private static final Map<String, Function<Value, Placement>> PLACES =
      Map.of(
          "query", v -> new Placement.Query(v.words()),
          "header", v -> new Placement.Header(Formats.header(v.text())),
          "cookie", v -> new Placement.Cookie(Formats.header(v.text())),
          "body", v -> new Placement.Body(bodyPointer(v)));

  private PlaceReader() {}

  static Placement placement(Value value) {
    return value.node().isTextual()
        ? new Placement.Query(value.words())
        : value.object(PlaceReader::placement);
  }

  static Source source(Value value) {
    return value.node().isTextual()
        ? new Source.Body(Formats.pointer(value))
        : value.object(PlaceReader::source);
  }

  private static Placement placement(Fields fields) {
    Optional<String> place = fields.atMostOne("query", "header", "cookie", "body");
    if (place.isEmpty()) {
      fields.error(
          "it does not say where the value goes",
          "write {\"header\": \"X-Name\"} or the name of a query parameter");
    }
    Placement placement =
        place.flatMap(name -> fields.optional(name, PLACES.get(name))).orElse(null);
    return fields.build(() -> placement);
  }

  private static Source source(Fields fields) {
    String header = fields.required("header", v -> Formats.header(v.text()));
    return fields.build(() -> new Source.Header(header));
  }

  private static JsonPointer bodyPointer(Value value) {
    JsonPointer pointer = Formats.pointer(value);
    if (pointer.matches()) {
      throw new InvalidDefinitionException(
          "the value would replace the whole body", "give it a place, such as /after");
    }
    return pointer;
  }
}
