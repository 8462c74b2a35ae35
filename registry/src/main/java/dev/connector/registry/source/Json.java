package dev.connector.registry.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;

/** Reads JSON of unknown origin: one document, no key twice. */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * The object in a file.
   *
   * @param file its path, for the message
   */
  static JsonNode object(String file, byte[] content) {
    try {
      JsonNode node = MAPPER.readTree(content);
      if (!node.isObject()) {
        throw refused(file + " is no JSON object", null);
      }
      return node;
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw refused(file + " is no JSON" + where + ": " + Text.oneLine(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw refused(file + " is no JSON: " + Text.oneLine(String.valueOf(e.getMessage())), e);
    }
  }

  private static ConnectorException refused(String message, Throwable cause) {
    return new ConnectorException(
        Kind.INTEGRITY, message, "nothing was written; tell the registry's owner", cause);
  }
}
