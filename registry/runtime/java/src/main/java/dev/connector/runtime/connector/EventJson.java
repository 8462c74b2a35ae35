package dev.connector.runtime.connector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.http.AttemptEvent;
import dev.connector.runtime.http.LimitState;
import dev.connector.runtime.signature.Webhooks;
import java.util.List;
import java.util.Locale;

/** Events as the protocol writes them, and as the event log does. */
public final class EventJson {

  private EventJson() {}

  /** An event as a line of the event log. */
  public static ObjectNode of(Event event) {
    return of(JsonNodeFactory.instance.objectNode().put("type", type(event)), event);
  }

  static String type(Event event) {
    return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Adds what an event says to a line. */
  static ObjectNode of(ObjectNode line, Event event) {
    if (event instanceof Event.Record record) {
      return record(line, record);
    }
    if (event instanceof Event.Attempt attempt) {
      return attempt(line, attempt.attempt());
    }
    if (event instanceof Event.Delete delete) {
      line.put("resource", delete.resource()).set("key", key(delete.key()));
    } else if (event instanceof Event.Checkpoint checkpoint) {
      line.put("resource", checkpoint.resource()).set("state", checkpoint.state());
    } else if (event instanceof Event.Schema schema) {
      line.put("resource", schema.resource()).set("schema", schema.schema());
      line.set("primaryKey", pointers(schema.primaryKey()));
    } else if (event instanceof Event.Status status) {
      line.put("resource", status.resource()).put("complete", status.incomplete().isEmpty());
      status.incomplete().ifPresent(reason -> line.put("reason", word(reason)));
      counts(line.putObject("counts"), status.counts());
    }
    return line;
  }

  /** What is made of a delivery. */
  static ObjectNode verdict(DeliveryResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("accepted", result.verdict().accepted());
    result.deliveryId().ifPresent(id -> json.put("deliveryId", id));
    if (!result.verdict().accepted()) {
      return json.put("refusal", refusal(result.verdict()));
    }
    ArrayNode changes = json.putArray("changes");
    for (DeliveryResult.Change change : result.changes()) {
      changes
          .addObject()
          .put("change", word(change.kind()))
          .put("resource", change.resource())
          .set("key", key(change.key()));
    }
    return json;
  }

  static ArrayNode pointers(List<JsonPointer> pointers) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode();
    pointers.forEach(pointer -> texts.add(pointer.toString()));
    return texts;
  }

  private static ObjectNode record(ObjectNode line, Event.Record record) {
    line.put("resource", record.resource()).set("data", record.data());
    record.parent().ifPresent(parent -> line.set("parent", parent));
    record.canonical().ifPresent(canonical -> line.set("canonical", canonical));
    if (!record.violations().isEmpty()) {
      ArrayNode violations = line.putArray("violations");
      record
          .violations()
          .forEach(
              it -> violations.addObject().put("path", it.path()).put("message", it.message()));
    }
    return line;
  }

  private static ObjectNode attempt(ObjectNode line, AttemptEvent attempt) {
    line.put("operation", attempt.endpoint().operation())
        .put("method", attempt.endpoint().method())
        .put("path", attempt.endpoint().path())
        .put("attempt", attempt.attempt());
    if (attempt.status().isPresent()) {
      line.put("status", attempt.status().getAsInt());
    }
    attempt.error().ifPresent(code -> line.put("error", code.name()));
    line.put("durationMillis", attempt.duration().toMillis())
        .put("correlationId", attempt.correlationId());
    limit(line.putObject("limit"), attempt.limit());
    return line;
  }

  private static void limit(ObjectNode json, LimitState limit) {
    limit.remaining().ifPresent(remaining -> json.put("remaining", remaining));
    if (!limit.resetIn().isZero()) {
      json.put("resetMillis", Math.max(0, limit.resetIn().toMillis()));
    }
  }

  private static void counts(ObjectNode json, Event.Counts counts) {
    json.put("records", counts.records())
        .put("deletes", counts.deletes())
        .put("invalid", counts.invalid())
        .put("withoutCursor", counts.withoutCursor());
  }

  private static ArrayNode key(List<JsonNode> values) {
    return JsonNodeFactory.instance.arrayNode().addAll(values);
  }

  private static String refusal(Webhooks.Verdict verdict) {
    switch (verdict) {
      case UNSIGNED:
        return "signatureMissing";
      case WRONG_SIGNATURE:
        return "signatureWrong";
      case UNDATED:
        return "timestampMissing";
      case OUT_OF_TIME:
        return "timestampOutside";
      case REPEATED:
        return "repeated";
      case UNIDENTIFIED:
        return "idMissing";
      default:
        throw new IllegalArgumentException(verdict + " is no refusal");
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
