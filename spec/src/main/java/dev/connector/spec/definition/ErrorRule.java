package dev.connector.spec.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ErrorCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to recognise an error that the HTTP status alone does not tell, such as a 200 that carries
 * one. All conditions given have to hold; the first rule that matches decides.
 *
 * @param statuses the rule is for; empty for any
 * @param when what the response has to hold
 * @param code what it means; empty leaves what the status says
 * @param message where the API's own words are
 * @param retry whether to try again, where that differs from what the code says
 */
public record ErrorRule(
    List<Integer> statuses,
    Optional<Condition> when,
    Optional<ErrorCode> code,
    Optional<Source> message,
    Optional<Boolean> retry) {

  public ErrorRule {
    statuses = List.copyOf(statuses);
    Objects.requireNonNull(when);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
    Objects.requireNonNull(retry);
    InvalidDefinitionException.unless(
        !statuses.isEmpty() || when.isPresent(),
        "the rule has no condition, so every response would be an error",
        "say \"status\", \"when\", or both");
  }

  /**
   * A value to look for.
   *
   * @param oneOf the values that count; empty for anything but absent, null, false and empty
   */
  public record Condition(Source source, List<JsonNode> oneOf) {
    public Condition {
      Objects.requireNonNull(source);
      oneOf = List.copyOf(oneOf);
    }
  }
}
