package dev.connector.spec.conformance.mutants;

import java.util.List;
import java.util.stream.Stream;

/** Every seeded fault. */
final class Mutants {

  private Mutants() {}

  static List<Mutant> all() {
    return Stream.of(
            PipelineFaults.all(),
            ErrorFaults.all(),
            AuthenticationFaults.all(),
            PagingFaults.all(),
            ChangeFaults.all(),
            DataFaults.all(),
            AgreementFaults.all())
        .flatMap(List::stream)
        .toList();
  }
}
