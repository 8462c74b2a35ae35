package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.fact.Gap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a definition says outside its resources.
 *
 * @param members of {@code connector.json}, ready to be put there: always {@code baseUrl}, and, of
 *     {@code hosts}, {@code settings}, {@code authentication}, {@code headers}, {@code query},
 *     {@code limits}, {@code errors}, {@code webhooks} and {@code custom}, those there is something
 *     to say in
 * @param findings where each of them comes from
 * @param operations how requests differ from each other
 */
public record Access(
    ObjectNode members, List<Finding> findings, Operations operations, List<Gap> gaps) {

  public Access {
    members = members.deepCopy();
    findings = List.copyOf(findings);
    gaps = List.copyOf(gaps);
  }

  /** A copy, to which a caller may add. */
  @Override
  public ObjectNode members() {
    return members.deepCopy();
  }

  /**
   * Something that was inferred.
   *
   * @param pointer where in {@code connector.json} it stands, or would stand
   * @param fact with what would be written there for a value
   */
  public record Finding(String pointer, Fact<JsonNode> fact) {}

  /**
   * What an operation has of its own.
   *
   * @param addresses the {@code baseUrl} of operations that are elsewhere than the rest
   * @param accepted the {@code Accept} of operations that answer in another format than the rest
   * @param supplied what no caller gives, since each request carries it anyway
   */
  public record Operations(
      Map<ApiOperation, String> addresses,
      Map<ApiOperation, String> accepted,
      Set<Supplied> supplied) {
    public Operations {
      addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
      accepted = Collections.unmodifiableMap(new LinkedHashMap<>(accepted));
      supplied = Set.copyOf(supplied);
    }

    /** The {@code baseUrl} of an operation, where it is not the definition's. */
    public Optional<String> address(ApiOperation operation) {
      return Optional.ofNullable(addresses.get(operation));
    }

    /** What an operation's {@code Accept} says, where it is not the definition's. */
    public Optional<String> accepted(ApiOperation operation) {
      return Optional.ofNullable(accepted.get(operation));
    }

    /** Whether authentication, default headers or the like fill a parameter. */
    public boolean supplies(ApiParameter parameter) {
      return supplied.contains(Supplied.of(parameter.in(), parameter.name()));
    }
  }

  /**
   * A parameter that every request carries.
   *
   * @param name in small letters for headers, whose case means nothing
   */
  public record Supplied(ApiParameter.In in, String name) {
    static Supplied of(ApiParameter.In in, String name) {
      return new Supplied(in, in == ApiParameter.In.HEADER ? name.toLowerCase(Locale.ROOT) : name);
    }
  }
}
