package dev.connector.scaffold.infer.assembly;

import dev.connector.scaffold.infer.canonical.CanonicalSuggestion;
import dev.connector.scaffold.infer.canonical.Meaning;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what records are taken to mean, and what they may mean besides. */
final class MeaningReasons {

  private MeaningReasons() {}

  static List<Explanation.Statement> of(Meaning meaning) {
    List<Explanation.Statement> statements = new ArrayList<>();
    meaning.canonical().ifPresent(it -> statements.add(canonical(it)));
    if (!meaning.personal().isEmpty()) {
      List<String> places = meaning.personal().stream().map(it -> it.value().toString()).toList();
      List<Evidence> evidence =
          meaning.personal().stream().flatMap(it -> it.evidence().stream()).toList();
      statements.add(
          new Explanation.Statement(
              "personal", String.join(" ", places), Confidence.LIKELY, evidence, List.of()));
    }
    return statements;
  }

  /** What is used, and as alternatives what is only suggested. */
  private static Explanation.Statement canonical(CanonicalSuggestion suggestion) {
    boolean used = suggestion.sure().isPresent();
    List<String> suggested = new ArrayList<>();
    suggestion
        .fields()
        .forEach(
            (place, field) -> {
              if (!used || field.confidence() != Confidence.SURE) {
                String confidence = field.confidence().name().toLowerCase(Locale.ROOT);
                suggested.add(place + " from " + field.value().pointer() + " (" + confidence + ")");
              }
            });
    return new Explanation.Statement(
        "canonical type",
        used ? suggestion.type().value() : "none; perhaps " + suggestion.type().value(),
        used ? Confidence.SURE : Confidence.UNSURE,
        suggestion.type().evidence(),
        suggested);
  }
}
