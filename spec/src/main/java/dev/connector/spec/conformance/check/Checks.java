package dev.connector.spec.conformance.check;

import dev.connector.spec.conformance.Check;
import java.util.List;
import java.util.stream.Stream;

/** Every check of behaviour there is. */
public final class Checks {

  private Checks() {}

  /** One check for each rule of behaviour, in the order of the specification. */
  public static List<Check> all() {
    return Stream.of(
            LifeChecks.all(),
            RequestChecks.all(),
            RetryChecks.all(),
            BreakerChecks.all(),
            RateChecks.all(),
            ErrorChecks.all(),
            ObservationChecks.all(),
            AuthChecks.all(),
            PageChecks.all(),
            IncChecks.all(),
            DataChecks.all(),
            HookChecks.all(),
            PkgChecks.all(),
            TruthChecks.all())
        .flatMap(List::stream)
        .toList();
  }
}
