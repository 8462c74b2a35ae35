package dev.connector.spec.conformance.process;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.runtime.connector.CallResult;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.http.AttemptEvent;
import dev.connector.runtime.http.LimitState;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Endpoint;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.ErrorContext;
import dev.connector.runtime.schema.Violation;
import dev.connector.runtime.signature.Webhooks.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Turns lines that fit the protocol's schema back into what they say. */
final class EventReader {

  private static final Map<String, Verdict> REFUSALS =
      Map.of(
          "signatureMissing", Verdict.UNSIGNED,
          "signatureWrong", Verdict.WRONG_SIGNATURE,
          "timestampMissing", Verdict.UNDATED,
          "timestampOutside", Verdict.OUT_OF_TIME,
          "repeated", Verdict.REPEATED,
          "idMissing", Verdict.UNIDENTIFIED);

  private EventReader() {}

  /** An event that a sink takes. */
  static Event event(JsonNode line) {
    String resource = line.path("resource").asText();
    switch (line.path("type").asText()) {
      case "schema":
        return new Event.Schema(resource, line.path("schema"), pointers(line.path("primaryKey")));
      case "record":
        return new Event.Record(
            resource,
            line.path("data"),
            find(line, "parent"),
            find(line, "canonical"),
            violations(line.path("violations")));
      case "delete":
        return new Event.Delete(resource, list(line.path("key")));
      case "checkpoint":
        return new Event.Checkpoint(resource, line.path("state"));
      case "status":
        return new Event.Status(
            resource,
            find(line, "reason").map(it -> constant(Event.Reason.class, it)),
            counts(line.path("counts")));
      default:
        return new Event.Attempt(attempt(line));
    }
  }

  static ApiException error(JsonNode line) {
    ErrorCode code = ErrorCode.valueOf(line.path("code").asText());
    Optional<Endpoint> endpoint =
        line.has("operation") && line.has("method") && line.has("path")
            ? Optional.of(endpoint(line))
            : Optional.empty();
    return new ApiException(
        code,
        line.path("message").asText(),
        find(line, "cause").map(it -> new ReportedCause(it.asText())).orElse(null),
        line.path("retryable").booleanValue(),
        new ErrorContext(
            endpoint,
            line.path("correlationId").asText(),
            status(line),
            line.path("attempts").intValue(),
            Duration.ofMillis(line.path("durationMillis").longValue())));
  }

  static CallResult call(JsonNode line) {
    JsonNode data = line.path("data");
    return new CallResult(
        data.isNull() ? MissingNode.getInstance() : data,
        line.path("status").intValue(),
        line.path("correlationId").asText(),
        line.path("attempts").intValue());
  }

  static DeliveryResult verdict(JsonNode data) {
    List<DeliveryResult.Change> changes = new ArrayList<>();
    for (JsonNode change : data.path("changes")) {
      changes.add(
          new DeliveryResult.Change(
              constant(DeliveryResult.Kind.class, change.path("change")),
              change.path("resource").asText(),
              list(change.path("key"))));
    }
    Verdict verdict =
        data.path("accepted").booleanValue()
            ? Verdict.ACCEPTED
            : REFUSALS.get(data.path("refusal").asText());
    return new DeliveryResult(verdict, find(data, "deliveryId").map(JsonNode::asText), changes);
  }

  static List<JsonPointer> pointers(JsonNode texts) {
    return list(texts).stream().map(it -> JsonPointer.compile(it.asText())).toList();
  }

  static Optional<JsonNode> find(JsonNode line, String name) {
    return Optional.ofNullable(line.get(name));
  }

  private static AttemptEvent attempt(JsonNode line) {
    JsonNode limit = line.path("limit");
    return new AttemptEvent(
        endpoint(line),
        line.path("attempt").intValue(),
        status(line),
        find(line, "error").map(it -> ErrorCode.valueOf(it.asText())),
        Duration.ofMillis(line.path("durationMillis").longValue()),
        line.path("correlationId").asText(),
        new LimitState(
            limit.has("remaining")
                ? OptionalLong.of(limit.path("remaining").longValue())
                : OptionalLong.empty(),
            Duration.ofMillis(limit.path("resetMillis").longValue())));
  }

  private static Endpoint endpoint(JsonNode line) {
    try {
      return new Endpoint(
          line.path("operation").asText(),
          line.path("method").asText(),
          line.path("path").asText());
    } catch (IllegalArgumentException e) {
      throw LineRules.broken(line.toString(), e.getMessage());
    }
  }

  private static OptionalInt status(JsonNode line) {
    return line.has("status")
        ? OptionalInt.of(line.path("status").intValue())
        : OptionalInt.empty();
  }

  private static Event.Counts counts(JsonNode counts) {
    return new Event.Counts(
        counts.path("records").longValue(),
        counts.path("deletes").longValue(),
        counts.path("invalid").longValue(),
        counts.path("withoutCursor").longValue());
  }

  private static List<Violation> violations(JsonNode violations) {
    return list(violations).stream()
        .map(it -> new Violation(it.path("path").asText(), it.path("message").asText()))
        .toList();
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
    return Enum.valueOf(type, word.asText().toUpperCase(Locale.ROOT));
  }
}
