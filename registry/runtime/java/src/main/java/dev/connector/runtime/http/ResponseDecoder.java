package dev.connector.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.settings.Redactor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads an answer to its end and says what it means. */
final class ResponseDecoder {

  private static final Set<Integer> TRANSIENT = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int SCANNED = 16_384;
  private static final int EXCERPT = 300;

  private final List<ErrorRule> rules;
  private final long limit;

  /** Bodies are read up to {@code limit} bytes, counted after decompression. */
  ResponseDecoder(List<ErrorRule> rules, long limit) {
    this.rules = List.copyOf(rules);
    this.limit = limit;
  }

  /** Reads an answer; what is quoted from it has been through the redactor. */
  Outcome decode(Response response, Redactor redactor) throws IOException {
    HttpUrl location = response.request().url().resolve(response.header("Location", ""));
    if (REDIRECTS.contains(response.code())
        && response.header("Location") != null
        && location != null) {
      return new Outcome.Redirect(response.code(), location);
    }
    return response.isSuccessful() ? success(response, redactor) : failure(response, redactor);
  }

  private Outcome success(Response response, Redactor redactor) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(limit + 1)) {
      return unreadable(response, "the body is longer than " + limit + " bytes", null);
    }
    Charset charset = charset(response);
    byte[] bytes = source.readByteArray();
    try {
      JsonNode body =
          charset.equals(StandardCharsets.UTF_8)
              ? Json.parse(bytes) // twice as fast as by way of a text
              : Json.parse(withoutByteOrderMark(new String(bytes, charset)));
      Optional<Outcome> error = declaredError(response, body, () -> Json.text(body), redactor);
      return error.orElseGet(() -> new Outcome.Success(response.code(), response.headers(), body));
    } catch (JsonProcessingException e) {
      String words = excerpt(withoutByteOrderMark(new String(bytes, charset)), redactor);
      return unreadable(response, "the body is not JSON: " + words, e);
    }
  }

  private Outcome failure(Response response, Redactor redactor) {
    String text = beginning(response);
    int status = response.code();
    return declaredError(response, json(text), () -> text, redactor)
        .orElseGet(
            () ->
                refusal(
                    response,
                    ErrorCode.of(status),
                    excerpt(text, redactor),
                    TRANSIENT.contains(status)));
  }

  /** An error page in HTML is as good an error. */
  private static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private Optional<Outcome> declaredError(
      Response response, JsonNode body, Supplier<String> text, Redactor redactor) {
    return rules.stream()
        .filter(rule -> rule.matches(response.code(), body))
        .findFirst()
        .map(
            rule -> {
              String words =
                  rule.message()
                      .map(field -> body.at(field).asText())
                      .filter(it -> !it.isBlank())
                      .orElseGet(text);
              ErrorCode code = rule.code().orElseGet(() -> meaning(response));
              boolean transientFault =
                  rule.code()
                      .map(ErrorCode::retryable)
                      .orElseGet(() -> TRANSIENT.contains(response.code()));
              return refusal(response, code, excerpt(words, redactor), transientFault);
            });
  }

  private static ErrorCode meaning(Response response) {
    int status = response.code();
    return status < 300 ? ErrorCode.INVALID_REQUEST : ErrorCode.of(status);
  }

  private static Outcome refusal(
      Response response, ErrorCode code, String words, boolean transientFault) {
    return new Outcome.Refusal(
        response.code(),
        code,
        "the API answered " + response.code() + (words.isBlank() ? "" : ": " + words),
        Optional.empty(),
        transientFault,
        ServerClock.retryAfter(response.headers()).orElse(Duration.ZERO));
  }

  private static Outcome unreadable(Response response, String message, Exception cause) {
    return new Outcome.Refusal(
        response.code(),
        ErrorCode.PARSING_ERROR,
        "the API answered " + response.code() + ", but " + message,
        Optional.ofNullable(cause),
        false,
        Duration.ZERO);
  }

  /** What can be read of an error's body; the status has told the essential already. */
  private static String beginning(Response response) {
    BufferedSource source = response.body().source();
    try {
      source.request(SCANNED);
    } catch (IOException e) {
      // Whatever arrived before is in the buffer.
    }
    return withoutByteOrderMark(source.getBuffer().readString(charset(response)));
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String excerpt(String text, Redactor redactor) {
    String beginning = text.substring(0, Math.min(text.length(), SCANNED));
    return redactor.redact(beginning, EXCERPT).replaceAll("\\s+", " ").strip();
  }

  private static Charset charset(Response response) {
    MediaType type = response.body().contentType();
    return type == null ? StandardCharsets.UTF_8 : type.charset(StandardCharsets.UTF_8);
  }
}
