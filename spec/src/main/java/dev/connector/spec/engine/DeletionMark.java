package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Deletes;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a record says of itself that it is deleted. */
record DeletionMark(Optional<Deletes> deletes) implements Predicate<JsonNode> {

  @Override
  public boolean test(JsonNode found) {
    if (!(deletes.orElse(null) instanceof Deletes.Marked mark)) {
      return false;
    }
    JsonNode value = found.at(mark.field());
    if (mark.equals().isPresent()) {
      return mark.equals().get().equals(value);
    }
    boolean no = value.isMissingNode() || value.isNull() || value.asText().isEmpty();
    return !no && !(value.isBoolean() && !value.booleanValue());
  }
}
