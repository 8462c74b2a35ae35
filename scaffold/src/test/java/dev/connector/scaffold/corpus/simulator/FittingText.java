package dev.connector.scaffold.corpus.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.spec.conformance.mock.data.Sample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Texts that a schema allows, as a user who read the documentation would give them. */
final class FittingText {

  private static final List<String> USUAL =
      List.of(
          "example",
          "1",
          "a",
          "A",
          "aaaaaaaa",
          "2024-01-01",
          "00000000-0000-4000-8000-000000000001");

  private FittingText() {}

  /** Empty where none was found. */
  static Optional<String> of(ApiSchema schema, Optional<JsonNode> example) {
    if (schema.isArray() && schema.items().isPresent()) {
      return of(schema.items().get(), Optional.empty());
    }
    if (schema.types().isEmpty() && !schema.alternatives().isEmpty()) {
      return of(schema.alternatives().get(0), example);
    }
    List<String> candidates = new ArrayList<>();
    List<JsonNode> shown = new ArrayList<>(schema.values());
    example.ifPresent(shown::add);
    schema.example().ifPresent(shown::add);
    schema.defaultValue().ifPresent(shown::add);
    shown.stream()
        .filter(it -> it.isValueNode() && !it.isNull() && !it.asText().isBlank())
        .forEach(it -> candidates.add(it.asText()));
    candidates.addAll(made(schema));
    return candidates.stream().filter(it -> fits(schema, it)).findFirst();
  }

  private static List<String> made(ApiSchema schema) {
    if (schema.types().contains("boolean")) {
      return List.of("true");
    }
    if (schema.types().contains("integer") || schema.types().contains("number")) {
      BigDecimal least = schema.minimum().orElse(BigDecimal.ONE);
      return List.of("1", least.toPlainString(), schema.maximum().orElse(least).toPlainString());
    }
    List<String> made = new ArrayList<>();
    formatted(schema.format()).ifPresent(made::add);
    sampled(schema.pattern()).ifPresent(made::add);
    made.addAll(USUAL);
    long least = schema.word("minLength").map(JsonNode::asLong).orElse(0L);
    if (least > 0 && least < 10_000) {
      made.add("a".repeat((int) least));
      made.add("1".repeat((int) least));
    }
    return made;
  }

  private static Optional<String> formatted(String format) {
    return switch (format) {
      case "uuid" -> Optional.of("00000000-0000-4000-8000-000000000001");
      case "date" -> Optional.of("2024-01-01");
      case "date-time" -> Optional.of("2024-01-01T00:00:00Z");
      case "time" -> Optional.of("00:00:00Z");
      case "email" -> Optional.of("someone@example.com");
      case "uri", "url" -> Optional.of("https://example.com/a");
      case "hostname" -> Optional.of("example.com");
      case "ipv4" -> Optional.of("192.0.2.1");
      case "ipv6" -> Optional.of("2001:db8::1");
      default -> Optional.empty();
    };
  }

  private static Optional<String> sampled(String pattern) {
    try {
      return Optional.of(Sample.of(pattern, new Random(1))).filter(it -> !it.isEmpty());
    } catch (IllegalArgumentException beyondIt) {
      return Optional.empty();
    }
  }

  private static boolean fits(ApiSchema schema, String text) {
    List<JsonNode> values = schema.values();
    if (!values.isEmpty()) {
      return values.stream().anyMatch(it -> it.asText().equals(text));
    }
    long least = schema.word("minLength").map(JsonNode::asLong).orElse(0L);
    long most = schema.word("maxLength").map(JsonNode::asLong).orElse(Long.MAX_VALUE);
    if (schema.types().contains("string") && (text.length() < least || text.length() > most)) {
      return false;
    }
    try {
      return schema.pattern().isEmpty() || Pattern.compile(schema.pattern()).matcher(text).find();
    } catch (PatternSyntaxException ofAnotherLanguage) {
      return true;
    }
  }
}
