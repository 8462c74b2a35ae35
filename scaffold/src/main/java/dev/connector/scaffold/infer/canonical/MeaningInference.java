package dev.connector.scaffold.infer.canonical;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.infer.shape.Subject;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Infers what records mean. */
public final class MeaningInference {

  private final Lexicon lexicon;
  private final CanonicalInference canonical;
  private final PersonalInference personal;

  public MeaningInference(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.canonical = new CanonicalInference(lexicon);
    this.personal = new PersonalInference(lexicon);
  }

  /** What the records of a list mean. */
  public Meaning infer(ApiOperation list, Collection shape) {
    if (shape.record().isEmpty()) {
      return Meaning.none();
    }
    ApiSchema record = shape.record().get();
    List<RecordField> fields = RecordField.of(record, lexicon);
    Subject subject = subject(list, record);
    Fact<List<JsonPointer>> key = shape.primaryKey();
    boolean identified = key.value().size() == 1 && key.confidence() == Confidence.SURE;
    Optional<CanonicalSuggestion> suggestion =
        identified
            ? canonical.infer(subject, record.place(), key.value().get(0), fields)
            : Optional.empty();
    return new Meaning(suggestion, personal.infer(subject, fields));
  }

  /**
   * What a path calls them, and what their schema does without words that are only about schemas.
   */
  private Subject subject(ApiOperation list, ApiSchema record) {
    List<String> names =
        new ArrayList<>(Subject.of(list, lexicon).names().stream().limit(1).toList());
    List<String> terms = new ArrayList<>(Terms.of(record.name().orElse("")));
    while (!terms.isEmpty() && lexicon.knows("schemaWord", terms.get(terms.size() - 1))) {
      terms.remove(terms.size() - 1);
    }
    while (!terms.isEmpty() && lexicon.knows("schemaWord", terms.get(0))) {
      terms.remove(0);
    }
    names.add(Subject.joined(String.join(" ", terms)));
    return new Subject(names);
  }
}
