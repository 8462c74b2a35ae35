package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.definition.Definition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A connector before the real API, and the wire between them.
 *
 * @param terms what the user said
 */
record Session(Definition definition, Connector connector, Wire wire, Terms terms) {

  /**
   * What the user said.
   *
   * @param variables the names of those that are set
   * @param arguments by name, for what needs to be told
   * @param stop ends everything, at once
   */
  record Terms(Bounds bounds, Set<String> variables, Map<String, JsonNode> arguments, Stop stop) {
    Terms {
      variables = Set.copyOf(variables);
      arguments = Map.copyOf(arguments);
    }
  }

  /** The same with another connector, on the same wire. */
  Session with(Connector other) {
    return new Session(definition, other, wire, terms);
  }

  Bounds bounds() {
    return terms.bounds();
  }

  Transcript read(ReadRequest request, int pages) {
    wire.begin(pages);
    return Bench.read(connector, request, terms.stop().cancellation());
  }

  Transcript call(CallRequest request) {
    wire.begin(Integer.MAX_VALUE);
    return Bench.call(connector, request, terms.stop().cancellation());
  }

  /** A read of a resource with those of the arguments it takes. */
  ReadRequest request(Claim claim) {
    ReadRequest request = ReadRequest.of(claim.name());
    for (String name : claim.reading().arguments().keySet()) {
      if (terms.arguments().containsKey(name)) {
        request = request.argument(name, terms.arguments().get(name));
      }
    }
    return request;
  }

  /** Why a failure says nothing of the API; empty where it does. */
  Optional<String> excuse(ApiException failure) {
    if (terms.stop().stopped()) {
      return Optional.of(terms.stop().reason());
    }
    if (wire.stopped().isPresent()) {
      return wire.stopped().map(Enough::words);
    }
    return failure.code() == ErrorCode.UNSUPPORTED || failure.code() == ErrorCode.CIRCUIT_OPEN
        ? Optional.of(failure.getMessage())
        : Optional.empty();
  }
}
