package dev.connector.cli.agent.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import dev.connector.runtime.message.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that came.
 *
 * @param headers by their names in lower case
 */
record Asked(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  Asked {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  static Asked of(HttpExchange exchange) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] sides = pair.split("=", 2);
      query.put(decoded(sides[0]), sides.length < 2 ? "" : decoded(sides[1]));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
    return new Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query,
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase()));
  }

  /** A whole number in the query. */
  int number(String name, int otherwise) {
    try {
      return query(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** The body as JSON; missing where it is none. */
  JsonNode json() {
    try {
      return body.isBlank() ? MissingNode.getInstance() : Json.parse(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** The parts of the path behind a prefix; empty where it has another. */
  List<String> below(String prefix) {
    return path.startsWith(prefix + "/")
        ? List.of(path.substring(prefix.length() + 1).split("/"))
        : List.of();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
