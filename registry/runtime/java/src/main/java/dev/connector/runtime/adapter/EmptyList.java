package dev.connector.runtime.adapter;

import dev.connector.runtime.message.ApiException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Takes errors of certain statuses for the end of a list, which is then not asked for again. */
final class EmptyList {

  private final List<Integer> statuses;
  private boolean ended;

  EmptyList(List<Integer> statuses) {
    this.statuses = List.copyOf(statuses);
  }

  /** Whether there is more. */
  boolean more(BooleanSupplier hasNext) {
    if (ended) {
      return false;
    }
    try {
      return hasNext.getAsBoolean();
    } catch (ApiException failure) {
      if (failure.status().isEmpty() || !statuses.contains(failure.status().getAsInt())) {
        throw failure;
      }
      ended = true;
      return false;
    }
  }
}
