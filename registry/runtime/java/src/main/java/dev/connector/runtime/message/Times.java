package dev.connector.runtime.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;

/** Reads the times of records in all the ways in which APIs write them; see {@link TimeFormat}. */
final class Times extends SimpleModule {

  private static final long serialVersionUID = 1;

  Times() {
    addDeserializer(Instant.class, new Time<>(Instant.class, TimeFormat::read));
    addDeserializer(LocalDate.class, new Time<>(LocalDate.class, Times::day));
  }

  /** The day as it was written: a time is not moved to another zone first. */
  private static LocalDate day(JsonNode value) {
    String text = value.asText();
    return value.isTextual() && text.matches("\\d{4}-\\d{2}-\\d{2}.*")
        ? LocalDate.ofInstant(
            TimeFormat.read(TextNode.valueOf(text.substring(0, 10))), ZoneOffset.UTC)
        : LocalDate.ofInstant(TimeFormat.read(value), ZoneOffset.UTC);
  }

  /** A blank text is no time at all. */
  private static final class Time<T> extends StdDeserializer<T> {

    private static final long serialVersionUID = 1;

    private final transient Function<JsonNode, T> read;

    Time(Class<T> type, Function<JsonNode, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonNode value = context.readTree(parser);
      if (value.isTextual() && value.textValue().isBlank()) {
        return null;
      }
      try {
        return read.apply(value);
      } catch (DateTimeException unreadable) {
        return context.reportInputMismatch(handledType(), "not a time");
      }
    }
  }
}
