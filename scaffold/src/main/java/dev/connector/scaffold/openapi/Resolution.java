package dev.connector.scaffold.openapi;

import dev.connector.scaffold.description.References;
import java.util.Optional;

/**
 * What came of following a reference.
 *
 * @param problem why there is no target; empty where there is one
 */
record Resolution(Optional<References.Target> target, String problem) {

  static Resolution found(References.Target target) {
    return new Resolution(Optional.of(target), "");
  }

  static Resolution none(String problem) {
    return new Resolution(Optional.empty(), problem);
  }
}
