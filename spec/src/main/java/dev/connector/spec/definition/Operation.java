package dev.connector.spec.definition;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One request an API answers.
 *
 * @param arguments what the caller gives, by the placeholder that takes it
 * @param custom what code does here that the format cannot say; an engine refuses such an operation
 */
public record Operation(
    String description,
    RequestTemplate request,
    Map<String, Argument> arguments,
    Effect effect,
    Answer answer,
    Optional<Pagination> pagination,
    Optional<String> custom) {

  public Operation {
    Objects.requireNonNull(description);
    Objects.requireNonNull(request);
    arguments = Ordered.copy(arguments);
    Objects.requireNonNull(effect);
    Objects.requireNonNull(answer);
    Objects.requireNonNull(pagination);
    Objects.requireNonNull(custom);
  }

  /**
   * What sending the request twice does.
   *
   * @param safe it changes nothing, so it may be repeated at will
   * @param idempotencyKey the header whose value makes a repetition harmless
   */
  public record Effect(boolean safe, Optional<String> idempotencyKey) {
    public Effect {
      Objects.requireNonNull(idempotencyKey);
      InvalidDefinitionException.unless(
          !(safe && idempotencyKey.isPresent()),
          "a request that changes nothing has an idempotency key",
          "remove \"idempotencyKey\" or \"safe\"");
    }
  }
}
