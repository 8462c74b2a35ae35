package dev.connector.cli.command;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.engine.Credentials;
import java.util.stream.Collectors;

/** A failure of an API in plain words: the code, the id to quote, and what to do next. */
record ApiFailure(Definition definition, ApiException failure) {

  /** The same as a failure of the program. */
  ConnectorException told() {
    return new ConnectorException(kind(), text(), hint(), failure);
  }

  ConnectorException.Kind kind() {
    return switch (failure.code()) {
      case AUTH_FAILED, FORBIDDEN -> ConnectorException.Kind.AUTHENTICATION;
      case NETWORK_ERROR, TIMEOUT, CIRCUIT_OPEN -> ConnectorException.Kind.NETWORK;
      case INVALID_CONFIG ->
          text().startsWith("nothing to authenticate with")
              ? ConnectorException.Kind.AUTHENTICATION
              : ConnectorException.Kind.USAGE;
      default -> ConnectorException.Kind.FAILED;
    };
  }

  /** One line; settings are told by their own words alone. */
  String text() {
    String message = failure.getMessage() == null ? "" : failure.getMessage().strip();
    if (failure.code() == ErrorCode.INVALID_CONFIG) {
      return message;
    }
    String id = failure.correlationId();
    return failure.code()
        + (message.isEmpty() ? "" : ": " + message)
        + (id.isEmpty() ? "" : " (correlation id " + id + ")");
  }

  String hint() {
    if (text().contains("log in")) {
      return "run: connector auth login " + definition.name();
    }
    return switch (failure.code()) {
      case INVALID_CONFIG -> setting();
      case AUTH_FAILED -> "the API refused the credentials; check " + credentials();
      case FORBIDDEN -> "the credentials are right, and may not read this: ask for its scope";
      case RATE_LIMIT -> "try again later; with --state it goes on where it stopped";
      case NETWORK_ERROR -> "check the network and the address";
      case TIMEOUT, SERVER_ERROR, CIRCUIT_OPEN -> "try again later";
      case UNSUPPORTED -> "see all that the engine refuses: connector validate";
      case INVALID_REQUEST -> "check what was given: resource, arguments, --since";
      default -> "";
    };
  }

  private String setting() {
    String text = text();
    return text.contains("https") || text.contains("TLS")
        ? "to call this machine without TLS, add --allow-loopback"
        : (text.contains(" missing") ? "set it" : "mend it") + " in the environment or in .env";
  }

  /** The variables of one way to authenticate after the other. */
  private String credentials() {
    return definition.authentication().stream()
        .map(it -> Credentials.of(it).stream().map(definition::variable).toList())
        .filter(names -> !names.isEmpty())
        .map(names -> String.join(", ", names))
        .distinct()
        .collect(Collectors.joining(", or "));
  }
}
