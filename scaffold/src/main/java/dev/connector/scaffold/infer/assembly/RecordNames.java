package dev.connector.scaffold.infer.assembly;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.graph.Outline;
import dev.connector.scaffold.infer.graph.Words;
import dev.connector.scaffold.infer.judgement.Judgement;
import dev.connector.spec.definition.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What records are called of which several resources have the same: as in the resource that has the
 * document's own name for them, else in the one with the shortest name. A contact is a contact, and
 * not the contact of an account, whichever of the two lists comes first.
 */
final class RecordNames {

  private final Map<ApiOperation, Judgement> judgements;
  private final Map<List<Object>, String> nouns = new LinkedHashMap<>();

  RecordNames(Collection<Outline> outlines, Map<ApiOperation, Judgement> judgements) {
    this.judgements = judgements;
    Map<List<Object>, List<Outline>> sharing = new LinkedHashMap<>();
    outlines.forEach(it -> sharing.computeIfAbsent(kind(it), key -> new ArrayList<>()).add(it));
    sharing.forEach((kind, all) -> nouns.put(kind, best(all)));
  }

  /** One of the resource's records, in words. */
  String noun(Outline outline) {
    return nouns.getOrDefault(kind(outline), outline.noun());
  }

  /** Equal for resources whose records have one schema. */
  List<Object> kind(Outline outline) {
    Judgement list = judgements.get(outline.list());
    boolean entries =
        list.shape()
            .records()
            .value()
            .map(Records::shape)
            .filter(Records.Entries.class::isInstance)
            .isPresent();
    Optional<ApiSchema> record = list.shape().record();
    return List.of(
        record.<Object>map(it -> it).orElse(outline.name()),
        ResourceWriter.primaryKey(list),
        entries);
  }

  private String best(List<Outline> sharing) {
    String called =
        judgements
            .get(sharing.get(0).list())
            .shape()
            .record()
            .flatMap(ApiSchema::name)
            .map(Words::key)
            .orElse("");
    return sharing.stream()
        .map(Outline::noun)
        .min(
            Comparator.comparing((String it) -> !called.startsWith(Words.key(it)))
                .thenComparingInt(it -> Words.of(it).size()))
        .orElseThrow();
  }
}
