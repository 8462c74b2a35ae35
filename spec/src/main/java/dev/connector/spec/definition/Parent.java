package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The resource whose every record leads to records of this one.
 *
 * @param bind placeholders of this resource's operations, and where in the parent's record their
 *     values are; those of the parent's own parent stay visible
 * @param copy places in this resource's record that are filled from the parent's
 * @param batch how many parents go into one request; a one-element array in the body that holds a
 *     bound placeholder is then repeated for each
 */
public record Parent(
    String resource,
    Map<String, JsonPointer> bind,
    Map<JsonPointer, JsonPointer> copy,
    Optional<Integer> batch) {

  public Parent {
    Objects.requireNonNull(resource);
    bind = Ordered.copy(bind);
    copy = Ordered.copy(copy);
    Objects.requireNonNull(batch);
  }
}
