package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.runtime.message.Json;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * A request as it left, with its credential, and what came back. Only {@link Telling} makes text of
 * it that may be shown.
 *
 * @param operation {@code contacts.list}; empty where it was about a token or a login
 * @param answer empty where none came
 */
record Exchange(String operation, Sent sent, Optional<Answer> answer) {

  Exchange {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(sent);
    Objects.requireNonNull(answer);
  }

  /** What left. */
  record Sent(String method, HttpUrl url, Headers headers, String body) {}

  /**
   * What came.
   *
   * @param text the body, cut where it is very long
   * @param json the body; missing where it is none
   */
  record Answer(int status, Headers headers, String text, JsonNode json) {

    static Answer of(int status, Headers headers, String text) {
      return new Answer(status, headers, text, parsed(text));
    }

    boolean isSuccess() {
      return status / 100 == 2;
    }

    boolean isJson() {
      return !json.isMissingNode();
    }

    private static JsonNode parsed(String text) {
      try {
        return text.isBlank() ? MissingNode.getInstance() : Json.parse(text);
      } catch (JsonProcessingException other) {
        return MissingNode.getInstance();
      }
    }
  }

  /** The answer's status, or 0 where there was no answer. */
  int status() {
    return answer.map(Answer::status).orElse(0);
  }

  /** The answer's body; missing where there is none or it is no JSON. */
  JsonNode json() {
    return answer.map(Answer::json).orElse(MissingNode.getInstance());
  }

  boolean isAboutToken() {
    return operation.isEmpty();
  }

  /** Names no value: they may be secret. */
  @Override
  public String toString() {
    return (isAboutToken() ? "a request for a token" : operation) + " answered " + status();
  }
}
