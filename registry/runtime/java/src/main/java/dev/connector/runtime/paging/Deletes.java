package dev.connector.runtime.paging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How an API tells that records are gone. */
public sealed interface Deletes {

  /** It does not. */
  static Deletes unknown() {
    return new Unknown();
  }

  /** A deleted record is listed with a flag, or with the time of its deletion, at this place. */
  static Deletes flagged(String pointer) {
    return new Flagged(JsonPointer.compile(pointer), Optional.empty());
  }

  /** A deleted record is listed with this value at this place. */
  static Deletes flagged(String pointer, JsonNode value) {
    return new Flagged(JsonPointer.compile(pointer), Optional.of(value));
  }

  /** Deleted records have a list of their own, which is read to its end after the changes. */
  static Deletes listed(Listing listing) {
    return new Listed(listing);
  }

  /** Whether a record of the list of changes is a delete. */
  boolean includes(JsonNode found);

  /** See {@link #unknown}. */
  record Unknown() implements Deletes {
    @Override
    public boolean includes(JsonNode found) {
      return false;
    }
  }

  /** See {@link #flagged}. */
  record Flagged(JsonPointer flag, Optional<JsonNode> flagged) implements Deletes {
    @Override
    public boolean includes(JsonNode found) {
      JsonNode value = found.at(flag);
      if (flagged.isPresent()) {
        return flagged.get().equals(value);
      }
      if (value.isBoolean()) {
        return value.booleanValue();
      }
      return !value.isMissingNode() && !value.isNull() && !value.asText().isEmpty();
    }
  }

  /** See {@link #listed}. */
  record Listed(Listing listing) implements Deletes {
    @Override
    public boolean includes(JsonNode found) {
      return false;
    }
  }
}
