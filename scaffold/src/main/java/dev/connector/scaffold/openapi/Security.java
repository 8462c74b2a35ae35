package dev.connector.scaffold.openapi;

import dev.connector.scaffold.description.References.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which security schemes are needed. */
final class Security {

  private Security() {}

  /** Alternatives of names; empty where nothing is said. */
  static Optional<List<List<String>>> read(Reading reading, Target given) {
    if (given.node().isMissingNode() || given.node().isNull()) {
      return Optional.empty();
    }
    List<List<String>> alternatives = new ArrayList<>();
    List<Target> list = given.node().isObject() ? List.of(given) : reading.elements(given);
    for (Target element : list) {
      reading
          .object(element)
          .ifPresent(
              it -> {
                List<String> names = new ArrayList<>();
                it.node().fieldNames().forEachRemaining(names::add);
                names.removeIf(name -> name.startsWith("x-") && it.node().path(name).isValueNode());
                alternatives.add(names);
              });
    }
    return given.node().isContainerNode() ? Optional.of(alternatives) : Optional.empty();
  }
}
