package dev.connector.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which records to read: immutable, so each method returns a changed copy.
 *
 * @param resource such as {@code contacts}
 * @param limit the most records to read
 * @param state what an earlier checkpoint said
 * @param since a cursor value to start from where there is no state
 * @param arguments what the resource needs to be told, by name
 * @param canonical whether records come with their canonical form
 */
public record ReadRequest(
    String resource,
    OptionalLong limit,
    Optional<JsonNode> state,
    Optional<String> since,
    Map<String, JsonNode> arguments,
    boolean canonical) {

  public ReadRequest {
    arguments = Map.copyOf(arguments);
    if (limit.orElse(1) < 1) {
      throw new IllegalArgumentException("a limit is a positive number");
    }
  }

  /** All records of a resource, from the beginning. */
  public static ReadRequest of(String resource) {
    return new ReadRequest(
        resource, OptionalLong.empty(), Optional.empty(), Optional.empty(), Map.of(), false);
  }

  public ReadRequest limit(long most) {
    return new ReadRequest(resource, OptionalLong.of(most), state, since, arguments, canonical);
  }

  public ReadRequest state(JsonNode checkpoint) {
    return new ReadRequest(resource, limit, Optional.of(checkpoint), since, arguments, canonical);
  }

  public ReadRequest since(String cursor) {
    return new ReadRequest(resource, limit, state, Optional.of(cursor), arguments, canonical);
  }

  public ReadRequest argument(String name, JsonNode value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(arguments);
    more.put(name, value);
    return new ReadRequest(resource, limit, state, since, more, canonical);
  }

  /** The same with each record in its canonical form as well. */
  public ReadRequest withCanonical() {
    return new ReadRequest(resource, limit, state, since, arguments, true);
  }
}
