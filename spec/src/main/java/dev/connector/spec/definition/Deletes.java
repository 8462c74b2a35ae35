package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;

/** How a reader learns which records are gone. */
public sealed interface Deletes {

  /**
   * A field of the record marks it as deleted.
   *
   * @param equals the value that says so; where absent, anything but null, false and empty does
   */
  record Marked(JsonPointer field, Optional<JsonNode> equals) implements Deletes {
    public Marked {
      Objects.requireNonNull(field);
      Objects.requireNonNull(equals);
    }
  }

  /**
   * An operation of the resource lists the deleted records.
   *
   * @param at where such a record says when
   */
  record Listed(String operation, Optional<JsonPointer> at) implements Deletes {
    public Listed {
      Objects.requireNonNull(operation);
      Objects.requireNonNull(at);
    }
  }

  /** What a full read no longer returns is gone. */
  record Compared() implements Deletes {}
}
