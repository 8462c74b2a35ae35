package dev.connector.runtime.message;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * JSON as this package reads and writes it: numbers keep their precision, times are written in ISO
 * 8601 and read however APIs write them, unknown fields are ignored, and text after the end of a
 * document is an error.
 */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .addModule(new Times())
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /** Parses a document; a missing node where the text is empty. */
  public static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /** Parses a document in UTF-8, with or without a byte order mark. */
  public static JsonNode parse(byte[] document) throws JsonProcessingException {
    try {
      return MAPPER.readTree(document);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new JsonParseException(null, "not the bytes of a text: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a tree as a value of this type, typically a record.
   *
   * @throws ApiException with {@link ErrorCode#VALIDATION_ERROR} where it does not fit
   */
  public static <T> T read(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new ApiException(
          ErrorCode.VALIDATION_ERROR, "a record does not fit " + type.getSimpleName(), e);
    }
  }

  /** Turns a value, typically a record, into a tree that may be changed. */
  public static JsonNode write(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** The text of a tree. */
  public static String text(JsonNode tree) {
    return tree.toString();
  }
}
