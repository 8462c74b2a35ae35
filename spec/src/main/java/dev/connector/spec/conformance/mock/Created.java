package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.data.Stored;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What was made under an idempotency key, so that it is made once. Thread-safe. */
final class Created {

  private static final int MOST = 1000;

  private final Map<String, Stored> made =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stored> eldest) {
          return size() > MOST;
        }
      };

  /** What was made under this key before, or else what is made now. */
  synchronized Stored of(Optional<String> key, Supplier<Stored> maker) {
    if (key.isEmpty()) {
      return maker.get();
    }
    return made.computeIfAbsent(key.get(), it -> maker.get());
  }
}
