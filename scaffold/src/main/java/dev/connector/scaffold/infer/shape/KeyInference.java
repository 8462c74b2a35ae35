package dev.connector.scaffold.infer.shape;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Infers what identifies records of a kind. */
final class KeyInference {

  private static final int SURE = 72;
  private static final int LIKELY = 45;
  private static final int USABLE = 30;
  private static final int POSSIBLE = 15;
  private static final int FEW_PROPERTIES = 5;

  private final Lexicon lexicon;

  KeyInference(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Fact<List<JsonPointer>> infer(
      ApiSchema record, Subject subject, Optional<DetailOperations.Detail> detail) {
    if (record.properties().isEmpty() && !record.alternatives().isEmpty()) {
      return common(record, subject, detail);
    }
    List<KeyField> fields = fields(record, subject, detail);
    Optional<KeyField> best = fields.stream().findFirst().filter(it -> it.weight() >= USABLE);
    List<List<JsonPointer>> others = possible(fields.stream().skip(1));
    if (best.isEmpty() || best.get().weight() < LIKELY) {
      List<JsonPointer> together = together(record);
      if (!together.isEmpty()) {
        Evidence evidence = new Evidence(record.place(), "records have these ids, and none alone");
        return Fact.likely(together, evidence).or(others);
      }
    }
    if (best.isEmpty()) {
      Evidence evidence = new Evidence(record.place(), "no field identifies a record");
      List<JsonPointer> none = List.of();
      return Fact.unsure(none, evidence).or(possible(fields.stream()));
    }
    KeyField key = best.get();
    Confidence confidence =
        key.weight() >= SURE
            ? Confidence.SURE
            : key.weight() >= LIKELY ? Confidence.LIKELY : Confidence.UNSURE;
    return new Fact<>(
        List.of(key.at()),
        confidence,
        key.evidence(),
        confidence == Confidence.SURE ? List.of() : others);
  }

  /** Those worth a look; being called unique somewhere in a sentence alone is not. */
  private static List<List<JsonPointer>> possible(Stream<KeyField> fields) {
    return fields
        .filter(it -> it.weight() >= POSSIBLE)
        .limit(3)
        .map(it -> List.of(it.at()))
        .toList();
  }

  /** What identifies all alternatives, where one thing does. */
  private Fact<List<JsonPointer>> common(
      ApiSchema record, Subject subject, Optional<DetailOperations.Detail> detail) {
    Map<List<JsonPointer>, Integer> keys = new LinkedHashMap<>();
    List<ApiSchema> alternatives = record.alternatives();
    for (ApiSchema alternative : alternatives) {
      if (alternative.alternatives().isEmpty()) {
        keys.merge(infer(alternative, subject, detail).value(), 1, Integer::sum);
      }
    }
    Evidence evidence = new Evidence(record.place(), "records are of several kinds");
    List<List<JsonPointer>> found =
        keys.entrySet().stream()
            .filter(it -> !it.getKey().isEmpty())
            .sorted(Map.Entry.<List<JsonPointer>, Integer>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    if (found.isEmpty()) {
      return Fact.unsure(List.of(), evidence);
    }
    boolean all = keys.get(found.get(0)) == alternatives.size();
    Confidence confidence = all ? Confidence.LIKELY : Confidence.UNSURE;
    return new Fact<>(found.get(0), confidence, List.of(evidence), found.subList(1, found.size()));
  }

  private List<KeyField> fields(
      ApiSchema record, Subject subject, Optional<DetailOperations.Detail> detail) {
    List<KeyField> fields = new ArrayList<>();
    Map<String, ApiSchema> properties = record.properties();
    KeyField.Context context =
        new KeyField.Context(lexicon, subject, detail, record.required(), properties.size());
    properties.forEach(
        (name, schema) ->
            KeyField.of(JsonPointer.empty().appendProperty(name), schema, context)
                .ifPresent(fields::add));
    boolean own = fields.stream().anyMatch(it -> it.weight() >= LIKELY);
    if (!own) {
      properties.forEach((name, schema) -> fields.addAll(nested(name, schema, context)));
    }
    fields.sort(Comparator.comparingInt(KeyField::weight).reversed());
    return fields;
  }

  /**
   * In an object that wraps the record, or in one that holds its fields apart. An object that is
   * something else, the author of a note, identifies the record in lists of memberships at most.
   */
  private List<KeyField> nested(String name, ApiSchema schema, KeyField.Context context) {
    boolean parts = lexicon.knows("wrapperKey", Terms.joined(name));
    // Where a record says what it always has, anything else may be missing from one.
    boolean always = context.required().isEmpty() || context.required().contains(name);
    boolean wrapper = context.properties() <= FEW_PROPERTIES && always;
    if (!schema.isObject() || schema.isArray() || !parts && !wrapper) {
      return List.of();
    }
    KeyField.Context within =
        new KeyField.Context(
            lexicon,
            context.subject().with(name),
            Optional.empty(),
            schema.required(),
            schema.properties().size());
    boolean record = context.subject().isKindOf(name);
    List<KeyField> fields = new ArrayList<>();
    schema
        .properties()
        .forEach(
            (inner, value) ->
                KeyField.of(
                        JsonPointer.empty().appendProperty(name).appendProperty(inner),
                        value,
                        within)
                    .filter(it -> it.weight() >= SURE)
                    .map(it -> it.less(parts ? 25 : 45))
                    .map(it -> parts || record ? it : it.atMost(LIKELY - 1))
                    .ifPresent(fields::add));
    return fields;
  }

  /** The ids that all records have, where there are a few and none that is the record's own. */
  private List<JsonPointer> together(ApiSchema record) {
    Set<String> required = record.required();
    List<JsonPointer> ids = new ArrayList<>();
    record
        .properties()
        .forEach(
            (name, schema) -> {
              List<String> terms = Terms.of(name);
              String last = terms.isEmpty() ? "" : terms.get(terms.size() - 1);
              if (required.contains(name) && lexicon.weight("keySuffix", last) >= SURE) {
                ids.add(JsonPointer.empty().appendProperty(name));
              }
            });
    return ids.size() >= 2 && ids.size() <= 4 ? ids : List.of();
  }
}
