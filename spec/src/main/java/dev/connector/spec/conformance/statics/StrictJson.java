package dev.connector.spec.conformance.statics;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** JSON without ambiguity: no field twice in an object, nothing after the end, no endless depth. */
final class StrictJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final JsonMapper LENIENT = new JsonMapper();

  private StrictJson() {}

  /** The document, or one more flaw. */
  static Optional<JsonNode> parse(String file, byte[] content, List<Flaw> flaws) {
    try {
      JsonNode document = JSON.readTree(content);
      if (document.isMissingNode()) {
        flaws.add(new Flaw(file, "the file is empty", "write JSON into it, or remove it"));
        return Optional.empty();
      }
      return Optional.of(document);
    } catch (JsonProcessingException e) {
      flaws.add(new Flaw(place(file, e), "not JSON: " + cause(e), "mend the JSON there"));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document as far as a parser that takes anything can tell; empty where it cannot. */
  static Optional<JsonNode> lenient(byte[] content) {
    try {
      return Optional.of(LENIENT.readTree(content));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String place(String file, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? file
        : file + ":" + location.getLineNr() + ":" + location.getColumnNr();
  }

  /** The parser quotes what it stumbled over, which may be anything. */
  private static String cause(JsonProcessingException e) {
    return e.getOriginalMessage()
        .replaceAll("'[^']{16,}'", "'...'")
        .replaceAll(", from `[^`]*`", "")
        .replaceAll("\\s+", " ");
  }
}
