package dev.connector.spec.conformance.mock.data;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Resource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which fields of a record are times though their schema says nothing of it, and how they may be
 * written: the definition says so of the cursor, and of what is mapped as seconds or milliseconds
 * since 1970.
 *
 * @param byDay those that hold a day, and so differ only from day to day
 */
record Times(Map<JsonPointer, Optional<TimeFormat>> formats, Set<JsonPointer> byDay) {

  private static final Map<dev.connector.spec.definition.TimeFormat, TimeFormat> EPOCHS =
      Map.of(
          dev.connector.spec.definition.TimeFormat.EPOCH_SECONDS, TimeFormat.EPOCH_SECONDS,
          dev.connector.spec.definition.TimeFormat.EPOCH_MILLIS, TimeFormat.EPOCH_MILLIS);

  static Times of(Resource resource) {
    Map<JsonPointer, Optional<TimeFormat>> formats = new LinkedHashMap<>();
    Optional<Incremental> incremental = resource.reading().incremental();
    incremental
        .filter(it -> isTime(it.value().type()))
        .ifPresent(it -> formats.put(it.cursor(), it.value().format().map(EPOCHS::get)));
    resource
        .record()
        .canonical()
        .map(CanonicalMapping::fields)
        .orElse(Map.of())
        .values()
        .forEach(
            field -> {
              if (field instanceof CanonicalMapping.From from) {
                Optional<TimeFormat> epoch = from.format().map(EPOCHS::get);
                epoch.ifPresent(it -> formats.put(from.pointer(), epoch));
              }
            });
    Set<JsonPointer> days =
        incremental
            .filter(it -> it.value().type() == Incremental.Type.DATE)
            .map(it -> Set.of(it.cursor()))
            .orElse(Set.of());
    return new Times(formats, days);
  }

  private static boolean isTime(Incremental.Type type) {
    return type == Incremental.Type.TIMESTAMP || type == Incremental.Type.DATE;
  }

  /** The fields of the definition that are times. */
  Set<JsonPointer> fields() {
    return formats.keySet();
  }

  /**
   * The ways in which a field may have a time, the likeliest first; none where what it has is one.
   *
   * @param found what the field has: a number stays a number, and a text a text
   */
  List<JsonNode> ways(JsonPointer field, JsonNode found, Instant time) {
    Optional<TimeFormat> said = formats.get(field);
    if (found.isNumber()) {
      return List.of(
          said.orElse(TimeFormat.EPOCH_MILLIS).write(time),
          TimeFormat.EPOCH_MILLIS.write(time),
          TimeFormat.EPOCH_SECONDS.write(time));
    }
    if (!found.isTextual() || isTime(found)) {
      return List.of();
    }
    TimeFormat usual = byDay.contains(field) ? TimeFormat.DATE : TimeFormat.ISO8601;
    return List.of(text(said.orElse(usual), time), text(usual, time));
  }

  /** A time in place of another, written in the same way; empty where that is not what is found. */
  static Optional<JsonNode> moved(JsonNode found, Instant from, Instant to) {
    return Stream.of(TimeFormat.ISO8601, TimeFormat.EPOCH_MILLIS, TimeFormat.EPOCH_SECONDS)
        .filter(it -> it.write(from).asText().equals(found.asText()))
        .findFirst()
        .map(it -> found.isTextual() ? text(it, to) : it.write(to));
  }

  private static JsonNode text(TimeFormat format, Instant time) {
    return TextNode.valueOf(format.write(time).asText());
  }

  private static boolean isTime(JsonNode found) {
    try {
      return TimeFormat.read(found) != null;
    } catch (RuntimeException none) {
      return false;
    }
  }
}
