package dev.connector.scaffold.infer.canonical;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.spec.definition.CanonicalMapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a kind of record may become one of a shared type.
 *
 * @param type the shared type's name
 * @param required what every record of it has
 * @param fields by their place in the shared type
 */
public record CanonicalSuggestion(
    Fact<String> type,
    Set<JsonPointer> required,
    Map<JsonPointer, Fact<CanonicalMapping.From>> fields) {

  public CanonicalSuggestion {
    required = Set.copyOf(required);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** What leaves no doubt; empty where that is too little for a record of the type. */
  public Optional<CanonicalMapping> sure() {
    Map<JsonPointer, CanonicalMapping.Field> sure = new LinkedHashMap<>();
    fields.forEach(
        (place, field) -> {
          if (field.confidence() == Confidence.SURE) {
            sure.put(place, field.value());
          }
        });
    boolean useful =
        type.confidence() == Confidence.SURE
            && sure.size() > 1
            && sure.keySet().containsAll(required);
    return useful ? Optional.of(new CanonicalMapping(type.value(), sure)) : Optional.empty();
  }
}
