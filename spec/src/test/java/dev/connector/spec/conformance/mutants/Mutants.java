package dev.connector.spec.conformance.mutants;

import java.util.List;
import java.util.stream.Stream;

/** Every seeded fault. */
final class Mutants {

  private Mutants() {}

  static List<Mutant> all() {
    return Stream.of(PipelineFaults.all()).flatMap(List::stream).toList();
  }
}
