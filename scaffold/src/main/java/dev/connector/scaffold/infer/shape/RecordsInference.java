package dev.connector.scaffold.infer.shape;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import dev.connector.spec.definition.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Infers where in a response records are. */
final class RecordsInference {

  private static final int CLEAR = 4;

  private final Lexicon lexicon;

  RecordsInference(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * A response, looked through.
   *
   * @param body what it looks like; from an example where the schema says nothing of use
   * @param places where many records may be, the likeliest first
   * @param clue what its shape says about whether there are many
   */
  record Reading(
      Payload payload, Optional<ApiSchema> body, List<RecordPlace> places, Optional<Clue> clue) {
    Reading {
      places = List.copyOf(places);
    }
  }

  /**
   * @param record what one looks like
   */
  record Found(Fact<Optional<Records>> records, Optional<ApiSchema> record) {}

  Reading read(Payload payload, Subject subject) {
    Reading best = read(payload, payload.schema(), subject);
    for (ApiSchema example : payload.examples()) {
      boolean said = best.places().stream().anyMatch(it -> it.weight() > 0);
      boolean contradicted =
          payload.schema().filter(ApiSchema::isArray).isPresent() && example.isObject();
      if (!said || contradicted && best.body().equals(payload.schema())) {
        Reading shown = read(payload, Optional.of(example), subject);
        best = shown.places().isEmpty() && best.clue().isPresent() ? best : shown;
      }
    }
    return best;
  }

  private Reading read(Payload payload, Optional<ApiSchema> body, Subject subject) {
    if (body.isEmpty()) {
      return new Reading(payload, body, List.of(), Optional.empty());
    }
    List<RecordPlace> places = RecordPlaces.in(body.get(), subject, lexicon);
    Optional<Clue> clue = new Shape(lexicon, subject).clue(body.get(), places);
    return new Reading(payload, body, places, clue);
  }

  /** Where many are. */
  Found many(Reading reading) {
    if (!reading.places().isEmpty()) {
      return likeliest(reading);
    }
    Optional<ApiSchema> body = reading.body().filter(this::isRecord);
    if (body.isEmpty()) {
      Evidence evidence = new Evidence(reading.payload().place(), "it has no list of anything");
      return new Found(Fact.unsure(Optional.empty(), evidence), Optional.empty());
    }
    Evidence evidence =
        new Evidence(body.get().place(), "the schema is one record, where the words speak of many");
    Records list =
        new Records(JsonPointer.empty(), new Records.Array(JsonPointer.empty()), Map.of());
    return new Found(
        Fact.likely(Optional.of(list), evidence).or(List.of(Optional.of(single("")))), body);
  }

  /** What a record looks like in an example. */
  Optional<ApiSchema> shown(Payload payload, Records records) {
    for (ApiSchema example : payload.examples()) {
      Optional<ApiSchema> at = Optional.of(example);
      for (JsonPointer rest = records.at(); !rest.matches(); rest = rest.tail()) {
        String name = rest.getMatchingProperty();
        at = at.flatMap(it -> it.property(name));
      }
      Optional<ApiSchema> record = at.flatMap(ApiSchema::items);
      if (record.filter(it -> !it.properties().isEmpty()).isPresent()) {
        return record;
      }
    }
    return Optional.empty();
  }

  private Found likeliest(Reading reading) {
    RecordPlace best = reading.places().get(0);
    List<RecordPlace> others = reading.places().subList(1, reading.places().size());
    boolean clear = others.stream().noneMatch(it -> best.weight() - it.weight() < CLEAR);
    boolean shown = !reading.payload().schema().equals(reading.body());
    Confidence confidence =
        best.weight() < 0
            ? Confidence.UNSURE
            : clear && !shown ? Confidence.SURE : Confidence.LIKELY;
    Fact<Optional<Records>> fact =
        new Fact<>(
            Optional.of(best.records()),
            confidence,
            List.of(best.evidence()),
            others.stream().limit(3).map(it -> Optional.of(it.records())).toList());
    return new Found(fact, best.record());
  }

  /** Where the one is. */
  Found one(Reading reading) {
    if (reading.body().isEmpty()) {
      Evidence evidence = new Evidence(reading.payload().place(), "it says nothing of a body");
      return new Found(Fact.unsure(Optional.empty(), evidence), Optional.empty());
    }
    ApiSchema body = reading.body().get();
    String inner = "";
    int others = 0;
    for (Map.Entry<String, ApiSchema> property : body.properties().entrySet()) {
      String name = Terms.joined(property.getKey());
      boolean around = lexicon.knows("envelopeField", name) || lexicon.knows("decoyKey", name);
      if (property.getValue().isObject() && !around && inner.isEmpty()) {
        inner = property.getKey();
      } else if (!around) {
        others++;
      }
    }
    boolean envelope = !inner.isEmpty() && others == 0;
    Evidence evidence =
        new Evidence(
            body.place(), envelope ? "all it has is " + Quote.of(inner) : "it is the body");
    String at = envelope ? JsonPointer.empty().appendProperty(inner).toString() : "";
    return new Found(
        Fact.likely(Optional.of(single(at)), evidence),
        envelope ? body.property(inner) : Optional.of(body));
  }

  private static Records single(String at) {
    return new Records(JsonPointer.compile(at), new Records.Single(), Map.of());
  }

  /** Whether it has anything of its own, besides whether all went well and what tells pages. */
  private boolean isRecord(ApiSchema body) {
    return body.properties().entrySet().stream()
        .anyMatch(it -> isOwn(it.getKey()) && !isPage(it.getValue()));
  }

  private boolean isOwn(String name) {
    String joined = Terms.joined(name);
    return !lexicon.knows("envelopeField", joined) && !lexicon.knows("pageField", joined);
  }

  private boolean isPage(ApiSchema value) {
    Map<String, ApiSchema> inner = value.properties();
    return inner.keySet().stream().filter(it -> lexicon.knows("pageField", it)).count() > 1
        && inner.keySet().stream().noneMatch(this::isOwn);
  }
}
