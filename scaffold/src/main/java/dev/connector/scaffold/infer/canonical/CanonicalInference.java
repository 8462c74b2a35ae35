package dev.connector.scaffold.infer.canonical;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Subject;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.definition.CanonicalMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Infers which shared type records are, and which of their fields go where in it. */
final class CanonicalInference {

  private static final JsonPointer ID = JsonPointer.compile("/id");
  private static final int SURE = 7;
  private static final int TYPICAL = 3;

  /** How much less a schema's name says than a path, since schemas are used for many things. */
  private static final int LESS = 4;

  private final Lexicon lexicon;
  private final FieldFit fits;
  private final Map<String, CanonicalType> types = new LinkedHashMap<>();

  CanonicalInference(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.fits = new FieldFit(lexicon);
  }

  /**
   * @param subject what the records are called
   * @param place where the records are described
   * @param id the field that identifies a record
   */
  Optional<CanonicalSuggestion> infer(
      Subject subject, String place, JsonPointer id, List<RecordField> fields) {
    String best = "";
    int weight = 0;
    String word = "";
    for (String type : lexicon.words("canonicalType").keySet()) {
      for (int i = 0; i < subject.names().size(); i++) {
        int named =
            lexicon.weight("canonical." + type, subject.names().get(i)) - (i == 0 ? 0 : LESS);
        if (named > weight) {
          best = type;
          weight = named;
          word = subject.names().get(i);
        }
      }
    }
    return best.isEmpty()
        ? Optional.empty()
        : suggestion(new Named(best, weight, word, place), id, fields);
  }

  /** A type that records have by their name. */
  private record Named(String type, int weight, String word, String place) {}

  private Optional<CanonicalSuggestion> suggestion(
      Named named, JsonPointer id, List<RecordField> fields) {
    Map<JsonPointer, Fact<CanonicalMapping.From>> mapped = new LinkedHashMap<>();
    mapped.put(
        ID,
        Fact.sure(
            CanonicalMapping.From.at(id), new Evidence(named.place(), "it is the primary key")));
    Set<JsonPointer> required = required(named.type());
    JsonNode properties = type(named.type()).schema().path("properties");
    int typical = 0;
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      if (property.getKey().equals("address")) {
        address(named.type(), fields, mapped);
        continue;
      }
      JsonPointer place = JsonPointer.empty().appendProperty(property.getKey());
      Optional<Fact<CanonicalMapping.From>> fact =
          field(
                  named.type() + "." + property.getKey(),
                  property.getKey(),
                  property.getValue(),
                  fields)
              .map(it -> required.contains(place) ? demanded(it, fields) : it);
      if (fact.isPresent() && !property.getKey().equals(ID.getMatchingProperty())) {
        mapped.put(place, fact.get());
        boolean sure = fact.get().confidence() == Confidence.SURE;
        typical += sure ? lexicon.weight("typical." + named.type(), property.getKey()) : 0;
      }
    }
    if (typical == 0) {
      return Optional.empty();
    }
    boolean sure = named.weight() >= SURE && typical >= TYPICAL;
    Evidence evidence =
        new Evidence(
            named.place(),
            "they are called "
                + named.word()
                + ", and have "
                + (mapped.size() - 1)
                + " of its fields");
    Fact<String> type =
        sure ? Fact.sure(named.type(), evidence) : Fact.likely(named.type(), evidence);
    return Optional.of(new CanonicalSuggestion(type, required, mapped));
  }

  private Optional<Fact<CanonicalMapping.From>> field(
      String special, String name, JsonNode wanted, List<RecordField> fields) {
    List<Fact<CanonicalMapping.From>> found = new ArrayList<>();
    int best = 0;
    for (RecordField field : fields) {
      if (!field.group().isEmpty()) {
        continue;
      }
      int weight =
          Math.max(
              lexicon.weight("field." + special, field.name()),
              lexicon.weight("field." + name, field.name()));
      Optional<FieldFit.Fit> fit = weight > best ? fits.fit(wanted, field) : Optional.empty();
      if (fit.isPresent()) {
        best = weight;
        found.add(0, fact(fit.get(), weight, field));
      }
    }
    return found.stream()
        .filter(it -> it.confidence() == Confidence.SURE)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /** What every record of the type has may not come from where only some records have a value. */
  private static Fact<CanonicalMapping.From> demanded(
      Fact<CanonicalMapping.From> fact, List<RecordField> fields) {
    CanonicalMapping.From from = fact.value();
    boolean always =
        fields.stream()
            .filter(it -> it.at().equals(from.pointer()) && it.always())
            .anyMatch(
                it ->
                    from.values().isEmpty() || from.values().size() == it.schema().values().size());
    return always
        ? fact
        : new Fact<>(from, Confidence.LIKELY, fact.evidence(), fact.alternatives());
  }

  private static Fact<CanonicalMapping.From> fact(FieldFit.Fit fit, int weight, RecordField field) {
    Evidence evidence = new Evidence(field.schema().place(), "its name means that");
    boolean sure = weight >= SURE && fit.confidence() == Confidence.SURE;
    return sure ? Fact.sure(fit.from(), evidence) : Fact.likely(fit.from(), evidence);
  }

  /** In an object of its own, or beside the record's other fields. */
  private void address(
      String type, List<RecordField> fields, Map<JsonPointer, Fact<CanonicalMapping.From>> mapped) {
    JsonNode parts = type(type).schema().at("/$defs/address/properties");
    for (Map.Entry<String, JsonNode> part : parts.properties()) {
      for (RecordField field : fields) {
        boolean within = field.group().isEmpty() || Terms.joined(field.group()).equals("address");
        int weight = lexicon.weight("field.address." + part.getKey(), field.name());
        JsonPointer at = JsonPointer.compile("/address").appendProperty(part.getKey());
        if (within && weight > 0 && !mapped.containsKey(at)) {
          int of = field.group().isEmpty() ? weight : weight + 2;
          fits.fit(part.getValue(), field).ifPresent(it -> mapped.put(at, fact(it, of, field)));
        }
      }
    }
  }

  private Set<JsonPointer> required(String type) {
    Set<JsonPointer> required = new LinkedHashSet<>();
    type(type)
        .schema()
        .path("required")
        .forEach(it -> required.add(JsonPointer.empty().appendProperty(it.asText())));
    return required;
  }

  private CanonicalType type(String name) {
    return types.computeIfAbsent(name, CanonicalType::of);
  }
}
