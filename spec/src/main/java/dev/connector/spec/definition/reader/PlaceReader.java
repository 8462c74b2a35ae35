package dev.connector.spec.definition.reader;

import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Source;
import java.util.Optional;

/** Reads where a value goes in a request, and where one is found in a response. */
final class PlaceReader {

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
    Optional<String> kind = fields.atMostOne("query", "header", "cookie", "body");
    if (kind.isEmpty()) {
      fields.error(
          "it does not say where the value goes",
          "write {\"header\": \"X-Name\"} or the name of a query parameter");
    }
    Placement query = fields.or(null, "query", v -> new Placement.Query(v.words()));
    Placement header =
        fields.or(null, "header", v -> new Placement.Header(Formats.header(v.text())));
    Placement cookie =
        fields.or(null, "cookie", v -> new Placement.Cookie(Formats.header(v.text())));
    Placement body = fields.or(null, "body", v -> new Placement.Body(bodyPointer(v)));
    return fields.build(() -> firstOf(query, header, cookie, body));
  }

  private static Source source(Fields fields) {
    String header = fields.required("header", v -> Formats.header(v.text()));
    return fields.build(() -> new Source.Header(header));
  }

  private static com.fasterxml.jackson.core.JsonPointer bodyPointer(Value value) {
    com.fasterxml.jackson.core.JsonPointer pointer = Formats.pointer(value);
    if (pointer.matches()) {
      throw new InvalidDefinitionException(
          "the value would replace the whole body", "give it a place, such as /after");
    }
    return pointer;
  }

  private static Placement firstOf(Placement... placements) {
    return java.util.Arrays.stream(placements)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
