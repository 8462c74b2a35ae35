package dev.connector.scaffold.infer.shape;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Records;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Infers what operations return. */
public final class CollectionInference {

  private static final int SURE = 8;
  private static final int LIKELY = 3;

  private final Lexicon lexicon;
  private final Wording wording;
  private final DetailOperations details;
  private final RecordsInference places;
  private final KeyInference keys;

  public CollectionInference(ApiDescription description, Lexicon lexicon) {
    this.lexicon = lexicon;
    this.wording = new Wording(lexicon);
    this.details = new DetailOperations(description);
    this.places = new RecordsInference(lexicon);
    this.keys = new KeyInference(lexicon);
  }

  public Collection infer(ApiOperation operation) {
    Payload payload = Payload.of(operation);
    Subject subject = Subject.of(operation, lexicon);
    RecordsInference.Reading reading = places.read(payload, subject);
    Fact<Boolean> collection = collection(operation, payload, reading);
    RecordsInference.Found found = collection.value() ? places.many(reading) : places.one(reading);
    Optional<DetailOperations.Detail> detail = details.of(operation, found.record());
    Optional<ApiSchema> record =
        found
            .record()
            .filter(it -> !it.isObject() || !it.properties().isEmpty())
            .or(() -> detail.flatMap(DetailOperations.Detail::record))
            .or(found::record);
    Fact<List<JsonPointer>> key = key(subject, found, record, detail);
    if (key.confidence() == Confidence.UNSURE && found.records().value().isPresent()) {
      Optional<ApiSchema> shown = places.shown(payload, found.records().value().get());
      if (shown.isPresent()) {
        Fact<List<JsonPointer>> better = keys.infer(shown.get(), subject, detail);
        key =
            better.confidence() == Confidence.SURE
                ? new Fact<>(
                    better.value(), Confidence.LIKELY, better.evidence(), key.alternatives())
                : key;
        record = record.filter(it -> !it.properties().isEmpty()).or(() -> shown);
      }
    }
    return new Collection(collection, found.records(), record, key);
  }

  private Fact<Boolean> collection(
      ApiOperation operation, Payload payload, RecordsInference.Reading reading) {
    List<Clue> clues = new ArrayList<>(wording.clues(operation));
    reading.clue().ifPresent(clues::add);
    if (!payload.unreadable().isEmpty()) {
      String says = "it answers in " + Quote.of(String.join(", ", payload.unreadable()));
      clues.add(new Clue(-12, payload.place(), says));
    }
    clues.sort(Comparator.comparingInt((Clue it) -> Math.abs(it.weight())).reversed());
    int weight = clues.stream().mapToInt(Clue::weight).sum();
    Confidence confidence =
        Math.abs(weight) >= SURE
            ? Confidence.SURE
            : Math.abs(weight) >= LIKELY ? Confidence.LIKELY : Confidence.UNSURE;
    List<Evidence> evidence = clues.stream().map(Clue::evidence).toList();
    boolean many = weight > 0;
    return new Fact<>(
        many, confidence, evidence, confidence == Confidence.UNSURE ? List.of(!many) : List.of());
  }

  private Fact<List<JsonPointer>> key(
      Subject subject,
      RecordsInference.Found found,
      Optional<ApiSchema> record,
      Optional<DetailOperations.Detail> detail) {
    List<JsonPointer> none = List.of();
    if (record.isEmpty()) {
      return Fact.unsure(none, new Evidence("#", "the document does not say what a record is"));
    }
    ApiSchema schema = record.get();
    Optional<Records> records = found.records().value();
    if (!schema.isObject() && schema.properties().isEmpty() && !schema.types().isEmpty()) {
      return Fact.sure(none, new Evidence(schema.place(), "records are plain values"));
    }
    Subject named = schema.name().map(subject::with).orElse(subject);
    if (records.isPresent() && !records.get().at().matches()) {
      named = named.with(records.get().at().last().getMatchingProperty());
    }
    Fact<List<JsonPointer>> key = keys.infer(schema, named, detail);
    boolean entries = records.filter(it -> it.shape() instanceof Records.Entries).isPresent();
    if (entries && key.confidence() != Confidence.SURE) {
      Records.Entries shape = (Records.Entries) records.get().shape();
      Evidence evidence = new Evidence(schema.place(), "each member has a name of its own");
      return Fact.likely(List.of(shape.key()), evidence);
    }
    return key;
  }
}
