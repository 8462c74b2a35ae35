package dev.connector.spec.conformance;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Description;
import java.util.Map;
import java.util.Optional;

/** What a connector says of itself where nothing is set; asked once, for all checks of a run. */
final class SelfDescription {

  private final Subject subject;
  private Optional<Description> answered = Optional.empty();

  SelfDescription(Subject subject) {
    this.subject = subject;
  }

  synchronized Description get() {
    if (answered.isEmpty()) {
      try (Connector connector = subject.launcher().start(Map.of())) {
        answered = Optional.of(connector.describe());
      }
    }
    return answered.get();
  }
}
