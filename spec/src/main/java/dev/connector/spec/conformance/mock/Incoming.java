package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.definition.Placement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * A request, with its body read.
 *
 * @param json missing where the body is none
 * @param form empty where the body is none
 */
record Incoming(SeenRequest seen, JsonNode json, Map<String, String> form) {

  static Incoming of(SeenRequest seen) {
    String type = Optional.ofNullable(seen.headers().get("Content-Type")).orElse("");
    Map<String, String> form = new LinkedHashMap<>();
    if (type.contains("x-www-form-urlencoded")) {
      HttpUrl fields = HttpUrl.get("http://form/?" + seen.body().replace("+", "%20"));
      fields.queryParameterNames().forEach(it -> form.put(it, fields.queryParameter(it)));
    }
    return new Incoming(seen, type.contains("json") ? parsed(seen.body()) : missing(), form);
  }

  /** A request that is not known to be for anything. */
  static SeenRequest seen(RecordedRequest request) {
    return new SeenRequest(
        Instant.now(),
        "",
        request.getMethod(),
        request.getUrl(),
        request.getHeaders(),
        Optional.ofNullable(request.getBody()).map(ByteString::utf8).orElse(""),
        request.getConnectionIndex());
  }

  /** The same request, known to be for an operation. */
  Incoming of(String operation) {
    return new Incoming(seen.of(operation), json, form);
  }

  /** The text at a place of the request. */
  Optional<String> at(Placement place) {
    if (place instanceof Placement.Query query) {
      return Optional.ofNullable(seen.url().queryParameter(query.name()));
    }
    if (place instanceof Placement.Header header) {
      return Optional.ofNullable(seen.headers().get(header.name()));
    }
    if (place instanceof Placement.Cookie cookie) {
      return cookie(cookie.name());
    }
    Placement.Body body = (Placement.Body) place;
    JsonNode found = json.at(body.pointer());
    return found.isMissingNode() || found.isNull()
        ? Optional.ofNullable(form.get(body.pointer().getMatchingProperty()))
        : Optional.of(found.asText());
  }

  private Optional<String> cookie(String name) {
    for (String header : seen.headers().values("Cookie")) {
      for (String pair : header.split(";")) {
        if (pair.strip().startsWith(name + "=")) {
          return Optional.of(pair.strip().substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isBlank() ? missing() : Json.parse(body);
    } catch (JsonProcessingException malformed) {
      return missing();
    }
  }

  private static JsonNode missing() {
    return MissingNode.getInstance();
  }
}
