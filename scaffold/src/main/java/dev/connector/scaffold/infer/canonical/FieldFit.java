package dev.connector.scaffold.infer.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.TimeFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a value of an API becomes one of a shared type, and how. */
final class FieldFit {

  private static final Set<String> TEXT = Set.of("string");
  private static final Set<String> WHOLE = Set.of("integer");

  private final Lexicon lexicon;

  FieldFit(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @param confidence how sure the value is one of the shared type's kind
   */
  record Fit(CanonicalMapping.From from, Confidence confidence) {}

  /**
   * @param wanted the schema of the shared type's field
   * @return empty where the value cannot become one
   */
  Optional<Fit> fit(JsonNode wanted, RecordField field) {
    ApiSchema schema = field.schema();
    Set<String> types = new LinkedHashSet<>(schema.types());
    types.remove("null");
    CanonicalMapping.From plain = CanonicalMapping.From.at(field.at());
    switch (kind(wanted)) {
      case "id":
        return scalar(types) ? sure(plain) : Optional.empty();
      case "string":
      case "email":
      case "phone":
        boolean free = !wanted.has("pattern");
        return types.equals(TEXT) && !schema.format().startsWith("date")
            ? fit(plain, free)
            : Optional.empty();
      case "url":
        boolean address = schema.format().equals("uri") || schema.format().equals("url");
        return types.equals(TEXT) ? fit(plain, address) : Optional.empty();
      case "timestamp":
        return timestamp(types, field);
      case "date":
        return types.equals(TEXT) && !schema.format().equals("date-time")
            ? fit(plain, schema.format().equals("date"))
            : Optional.empty();
      case "boolean":
        return types.equals(Set.of("boolean")) ? sure(plain) : Optional.empty();
      case "count":
      case "integer":
        return types.equals(WHOLE) ? sure(plain) : Optional.empty();
      case "tags":
        boolean texts = schema.items().filter(it -> it.types().equals(TEXT)).isPresent();
        return schema.isArray() && texts ? sure(plain) : Optional.empty();
      case "enum":
        return words(wanted, field);
      case "language":
      case "timeZone":
      case "country":
        return types.equals(TEXT) ? fit(plain, false) : Optional.empty();
      default:
        return Optional.empty();
    }
  }

  private static String kind(JsonNode wanted) {
    String reference = wanted.path("$ref").asText();
    if (!reference.isEmpty()) {
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    return wanted.has("enum") ? "enum" : wanted.path("type").asText();
  }

  private static boolean scalar(Set<String> types) {
    return types.equals(TEXT) || types.equals(WHOLE);
  }

  private Optional<Fit> timestamp(Set<String> types, RecordField field) {
    ApiSchema schema = field.schema();
    CanonicalMapping.From plain = CanonicalMapping.From.at(field.at());
    String said = schema.description().toLowerCase(Locale.ROOT);
    if (types.equals(TEXT)) {
      boolean time = schema.format().equals("date-time");
      return schema.format().equals("date") ? Optional.empty() : fit(plain, time);
    }
    if (!types.equals(WHOLE)) {
      return Optional.empty();
    }
    boolean epoch = lexicon.phrase("epochTime", said).isPresent();
    boolean millis = said.contains("millisecond");
    TimeFormat format = millis ? TimeFormat.EPOCH_MILLIS : TimeFormat.EPOCH_SECONDS;
    CanonicalMapping.From from =
        new CanonicalMapping.From(field.at(), Optional.of(format), Map.of(), Optional.empty(), 0);
    return fit(from, epoch);
  }

  /** The API's words that are the shared type's but for their spelling, where most of them are. */
  private static Optional<Fit> words(JsonNode wanted, RecordField field) {
    Map<String, String> words = new LinkedHashMap<>();
    for (JsonNode value : field.schema().values()) {
      for (JsonNode word : wanted.path("enum")) {
        if (value.isTextual() && Terms.joined(value.asText()).equals(Terms.joined(word.asText()))) {
          words.put(value.asText(), word.asText());
        }
      }
    }
    boolean most = words.size() >= 2 && words.size() * 2 >= field.schema().values().size();
    return words.isEmpty()
        ? Optional.empty()
        : fit(
            new CanonicalMapping.From(field.at(), Optional.empty(), words, Optional.empty(), 0),
            most);
  }

  private static Optional<Fit> sure(CanonicalMapping.From from) {
    return fit(from, true);
  }

  private static Optional<Fit> fit(CanonicalMapping.From from, boolean sure) {
    return Optional.of(new Fit(from, sure ? Confidence.SURE : Confidence.LIKELY));
  }
}
