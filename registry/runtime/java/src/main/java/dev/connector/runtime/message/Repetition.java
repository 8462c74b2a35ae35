package dev.connector.runtime.message;

import java.util.Set;

/** Whether sending a request a second time could do harm. */
sealed interface Repetition {

  /** Only where HTTP defines the method as idempotent. */
  record ByMethod() implements Repetition {

    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    @Override
    public boolean harmless(String method) {
      return IDEMPOTENT.contains(method);
    }
  }

  /** Never: the request only reads, whatever its method says. */
  record Safe() implements Repetition {

    @Override
    public boolean harmless(String method) {
      return true;
    }
  }

  /** Never: the API recognises a repetition by the key in this header. */
  record Keyed(String header) implements Repetition {

    @Override
    public boolean harmless(String method) {
      return true;
    }
  }

  boolean harmless(String method);
}
