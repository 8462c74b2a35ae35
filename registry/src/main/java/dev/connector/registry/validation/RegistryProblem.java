package dev.connector.registry.validation;

import java.util.Objects;
import java.util.Optional;

/**
 * Something to mend in a registry.
 *
 * @param place what it is in, relative to the registry: {@code connectors/billing}, {@code
 *     README.md}
 * @param message where in it, what is wrong there, and what to do about it
 * @param rule the rule that is broken, {@code PKG-1}; empty where it is the registry's own order
 */
public record RegistryProblem(String place, String message, Optional<String> rule) {
  public RegistryProblem {
    Objects.requireNonNull(place);
    Objects.requireNonNull(message);
    Objects.requireNonNull(rule);
  }

  static RegistryProblem in(String place, String message) {
    return new RegistryProblem(place, message, Optional.empty());
  }
}
