package dev.connector.runtime.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.Redactor;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Errors as the protocol writes them, free of secrets. */
record ErrorText(Redactor redactor) {

  /** What a cause has to say that is worth reading. */
  private static final int LONGEST_CAUSE = 1000;

  /** Hides the values of a connector's secret settings. */
  static ErrorText hiding(Connector connector, Map<String, String> environment) {
    Set<String> secrets = new LinkedHashSet<>();
    try {
      connector.describe().settings().stream()
          .filter(Description.Setting::secret)
          .map(setting -> environment.get(setting.variable()))
          .filter(Objects::nonNull)
          .map(String::strip)
          .forEach(secrets::add);
    } catch (ApiException malformed) {
      // What is wrong is told to whoever asks; until it is mended, any value may be a secret.
      environment.values().stream().filter(it -> it.length() > 11).forEach(secrets::add);
    }
    return new ErrorText(new Redactor(secrets));
  }

  /** Adds what a failure says to a line; what lies before the first request is left out. */
  ObjectNode error(ObjectNode line, ApiException failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), "").strip();
    line.put("code", failure.code().name())
        .put("message", message.isEmpty() ? failure.code().name() : redactor.redact(message))
        .put("retryable", failure.retryable());
    failure.status().ifPresent(status -> line.put("status", status));
    put(line, "correlationId", failure.correlationId());
    put(line, "operation", failure.operation());
    put(line, "method", failure.method());
    put(line, "path", failure.path());
    line.put("attempts", failure.attempts()).put("durationMillis", failure.duration().toMillis());
    cause(failure).ifPresent(cause -> line.put("cause", redactor.redact(cause, LONGEST_CAUSE)));
    return line;
  }

  /**
   * A fault of the connector's own, for which there is no better code; standard error gets its
   * trace.
   */
  ApiException unexpected(Throwable fault) {
    redactor.redact(fault).printStackTrace();
    return new ApiException(
        ErrorCode.UNSUPPORTED,
        "the connector failed by itself: " + fault.getClass().getSimpleName(),
        fault);
  }

  private static Optional<String> cause(ApiException failure) {
    Optional<String> thrown = Optional.ofNullable(failure.getCause()).map(Throwable::toString);
    return failure.status().isPresent()
        ? thrown.or(() -> Optional.of("HTTP " + failure.status().getAsInt()))
        : thrown;
  }

  private static void put(ObjectNode line, String name, String text) {
    if (!text.isEmpty()) {
      line.put(name, text);
    }
  }
}
