package dev.connector.spec.conformance.check;

import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.evidence.Fixture;
import dev.connector.spec.rules.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** TRUTH: what the vendor says, which the definition had no part in. */
final class TruthChecks {

  private TruthChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("TRUTH-1", TruthChecks::exchanges),
        new Check("TRUTH-2", TruthChecks::description));
  }

  private static Outcome exchanges(Bench bench) {
    List<Fixture> fixtures = Fixture.in(bench.folder().fixtures());
    if (fixtures.isEmpty()) {
      return new Outcome.NotChecked("no exchanges of the vendor are kept with the connector");
    }
    Replayed.Stage stage = Replayed.Stage.on(bench);
    Judgement judgement = new Judgement();
    Map<Fixture.Kind, List<String>> kept = new TreeMap<>();
    List<String> partly = new ArrayList<>();
    for (Fixture fixture : fixtures) {
      Replayed replayed = new Replayed(stage, fixture);
      judgement.require(
          "what differs from the fixture " + fixture.name(),
          "nothing",
          replayed.difference().orElse("nothing"));
      kept.computeIfAbsent(fixture.kind(), kind -> new ArrayList<>()).add(fixture.name());
      if (replayed.partly()) {
        partly.add(fixture.name());
      }
    }
    kept.forEach(
        (kind, names) ->
            judgement.saw(
                names.size()
                    + " "
                    + kind.name().toLowerCase(Locale.ROOT)
                    + ": "
                    + String.join(", ", names)));
    if (!partly.isEmpty()) {
      judgement.saw(
          "the first page alone, as no read asks for more, of " + String.join(", ", partly));
    }
    return judgement.outcome();
  }

  private static Outcome description(Bench bench) {
    return new Outcome.NotApplicable("no API description is kept with the connector");
  }
}
