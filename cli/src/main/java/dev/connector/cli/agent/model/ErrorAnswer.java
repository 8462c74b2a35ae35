package dev.connector.cli.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Response;

/** A server says that it failed: by its status, or by an event within a stream. */
final class ErrorAnswer extends Exception {

  private static final long serialVersionUID = 1;
  private static final long LARGEST = 64 << 10;

  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504, 529);

  /** What the types within a stream would have been as a status. */
  private static final Map<String, Integer> STATUS =
      Map.ofEntries(
          Map.entry("invalid_request_error", 400),
          Map.entry("authentication_error", 401),
          Map.entry("permission_error", 403),
          Map.entry("not_found_error", 404),
          Map.entry("request_too_large", 413),
          Map.entry("rate_limit_error", 429),
          Map.entry("rate_limit_exceeded", 429),
          Map.entry("api_error", 500),
          Map.entry("server_error", 500),
          Map.entry("timeout_error", 504),
          Map.entry("overloaded_error", 529));

  /** How hosted and local servers say that a conversation is longer than the model can read. */
  private static final Pattern TOO_LONG =
      Pattern.compile(
          "(prompt|input|request) (is )?too (long|large)"
              + "|exceed.{0,80}context (length|size|window|limit)"
              + "|context (length|size|window|limit).{0,80}exceed"
              + "|maximum context length|context length is only|maximum model length"
              + "|exceeds the maximum number of (input )?tokens",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final int status;
  private final String type;
  private final String code;
  private final transient Optional<Duration> retryAfter;

  private ErrorAnswer(int status, JsonNode body, String text, Optional<Duration> retryAfter) {
    super(message(body, text));
    JsonNode error = body.path("error");
    this.status = status;
    this.type = error.path("type").asText(body.path("type").asText(""));
    this.code = error.path("code").asText(body.path("code").asText(""));
    this.retryAfter = retryAfter;
  }

  /** An answer with a status that is no success. */
  static ErrorAnswer of(Response response, Instant now) throws IOException {
    String text = response.peekBody(LARGEST).string();
    return new ErrorAnswer(response.code(), parsed(text), text, retryAfter(response, now));
  }

  /** An event that tells of an error. */
  static ErrorAnswer within(JsonNode event) {
    JsonNode error = event.path("error");
    int code = error.path("code").asInt(0);
    int named =
        STATUS.getOrDefault(
            error.path("type").asText(), STATUS.getOrDefault(error.path("code").asText(), 400));
    return new ErrorAnswer(code >= 400 && code < 600 ? code : named, event, "", Optional.empty());
  }

  int status() {
    return status;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Whether the same request may succeed later. */
  boolean passes() {
    return PASSING.contains(status) && !outOfMoney();
  }

  /** Whether nothing is left to pay with, which some servers call a rate limit. */
  boolean outOfMoney() {
    return status == 402 || code.equals("insufficient_quota") || type.equals("insufficient_quota");
  }

  boolean tooLong() {
    return status == 413
        || code.equals("context_length_exceeded")
        || type.equals("exceed_context_size_error")
        || (status == 400 || status == 422 || status == 500)
            && TOO_LONG.matcher(getMessage()).find();
  }

  /** Whether it does not know the model, or perhaps the path. */
  boolean unknown() {
    return status == 404 || code.equals("model_not_found");
  }

  private static String message(JsonNode body, String text) {
    for (JsonNode said :
        new JsonNode[] {
          body.at("/error/message"), body.path("error"), body.path("message"), body.path("detail")
        }) {
      if (said.isTextual()) {
        return said.asText();
      }
    }
    return body.isMissingNode() ? text : body.toString();
  }

  private static JsonNode parsed(String text) {
    try {
      return Answers.JSON.readTree(text);
    } catch (JsonProcessingException page) {
      return MissingNode.getInstance(); // a proxy's page, say
    }
  }

  private static Optional<Duration> retryAfter(Response response, Instant now) {
    String written = response.header("retry-after", "").strip();
    try {
      if (written.matches("\\d{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(written)));
      }
      if (!written.isEmpty()) {
        Instant then =
            ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Optional.of(then.isBefore(now) ? Duration.ZERO : Duration.between(now, then));
      }
    } catch (DateTimeParseException e) {
      // as if it had said nothing
    }
    return Optional.empty();
  }
}
