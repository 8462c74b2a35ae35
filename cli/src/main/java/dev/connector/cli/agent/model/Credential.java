package dev.connector.cli.agent.model;

import dev.connector.cli.terminal.Environment;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.Optional;
import okhttp3.Request;

/** A key, and the header it travels in. Nothing prints it. */
final class Credential {

  /** How a key is shown to a server. */
  enum Scheme {
    X_API_KEY,
    BEARER
  }

  private final String variable;
  private final Scheme scheme;
  private final String value;

  private Credential(String variable, Scheme scheme, String value) {
    this.variable = variable;
    this.scheme = scheme;
    this.value = value;
  }

  /** The key that a variable holds, where it holds one. */
  static Optional<Credential> of(Environment environment, String variable, Scheme scheme) {
    Optional<String> value =
        environment.variable(variable).map(String::strip).filter(it -> !it.isEmpty());
    if (value.isPresent() && !value.get().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new ConnectorException(
          Kind.AUTHENTICATION,
          variable + " holds characters that no key has",
          "set it to the key alone, without spaces or line breaks");
    }
    return value.map(it -> new Credential(variable, scheme, it));
  }

  String variable() {
    return variable;
  }

  void sign(Request.Builder request) {
    if (scheme == Scheme.BEARER) {
      request.header("Authorization", "Bearer " + value);
    } else {
      request.header("x-api-key", value);
    }
  }

  /** The text without the key, should a server have put it there. */
  String hidden(String text) {
    return text.replace(value, "[" + variable + "]");
  }

  @Override
  public String toString() {
    return "[" + variable + "]";
  }
}
