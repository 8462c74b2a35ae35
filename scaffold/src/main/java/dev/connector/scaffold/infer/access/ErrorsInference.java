package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiResponse;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Infers how an API says that something went wrong. What the status says already needs no rule; a
 * 200 that carries an error does, where enough operations have it to be no record's own field.
 */
final class ErrorsInference {

  private static final double MOST = 0.6;
  private static final int FEWEST = 3;

  private final ApiDescription description;
  private final Lexicon lexicon;

  ErrorsInference(ApiDescription description, Lexicon lexicon) {
    this.description = description;
    this.lexicon = lexicon;
  }

  void infer(Draft draft) {
    shape().ifPresent(it -> draft.found("/errors", it));
    List<Envelope> answers = answers();
    int count = answers.stream().mapToInt(Envelope::count).sum();
    if (count < FEWEST) {
      return;
    }
    for (Sign sign : signs(answers)) {
      if (sign.count() >= count * MOST) {
        write(sign, answers, draft);
        return;
      }
    }
  }

  /** An answer of success that is an object; the same schema is looked at once. */
  private record Envelope(String place, ApiSchema schema, int count) {
    Envelope another() {
      return new Envelope(place, schema, count + 1);
    }
  }

  private List<Envelope> answers() {
    Map<ApiSchema, Envelope> answers = new LinkedHashMap<>();
    for (ApiOperation operation : description.operations()) {
      operation
          .success()
          .filter(it -> it.status().startsWith("2"))
          .flatMap(ApiResponse::json)
          .flatMap(ApiContent::schema)
          .ifPresent(
              it ->
                  answers.merge(
                      it,
                      new Envelope(operation.place(), it, 1),
                      (known, more) -> known.another()));
    }
    answers.values().removeIf(it -> it.schema().properties().isEmpty());
    return List.copyOf(answers.values());
  }

  /**
   * A field by which a success is told from an error.
   *
   * @param equals what it is in an error; empty where being there says it
   * @param sure whether it can hardly mean anything else
   */
  private record Sign(String field, List<JsonNode> equals, boolean sure, int count, String place) {}

  /** The surest first. */
  private List<Sign> signs(List<Envelope> answers) {
    Map<String, Sign> signs = new LinkedHashMap<>();
    for (Envelope answer : answers) {
      for (Map.Entry<String, ApiSchema> property : answer.schema().properties().entrySet()) {
        sign(property.getKey(), property.getValue(), answer)
            .ifPresent(
                sign ->
                    signs.merge(
                        sign.field() + sign.equals(),
                        sign,
                        (known, more) ->
                            new Sign(
                                known.field(),
                                known.equals(),
                                known.sure(),
                                known.count() + more.count(),
                                known.place())));
      }
    }
    List<Sign> sorted = new ArrayList<>(signs.values());
    sorted.sort(
        Comparator.<Sign>comparingInt(it -> it.sure() ? 0 : 1)
            .thenComparingInt(it -> it.equals().isEmpty() ? 1 : 0));
    return sorted;
  }

  private Optional<Sign> sign(String name, ApiSchema schema, Envelope answer) {
    Set<String> types = schema.types();
    if (types.contains("boolean") && lexicon.weight("successFlag", name) > 0) {
      return Optional.of(
          new Sign(name, List.of(BooleanNode.FALSE), true, answer.count(), answer.place()));
    }
    if (types.contains("boolean") && lexicon.weight("errorFlag", name) > 0) {
      return Optional.of(
          new Sign(name, List.of(BooleanNode.TRUE), true, answer.count(), answer.place()));
    }
    List<JsonNode> bad =
        lexicon.weight("statusField", name) > 0
            ? schema.values().stream()
                .filter(it -> it.isTextual() && lexicon.weight("errorStatus", it.asText()) > 0)
                .toList()
            : List.of();
    if (!bad.isEmpty() && schema.values().size() > bad.size()) {
      return Optional.of(new Sign(name, bad, false, answer.count(), answer.place()));
    }
    boolean required = answer.schema().required().contains(name) && !schema.nullable();
    boolean list = schema.isArray();
    if (lexicon.weight("errorField", name) > 0 && (list || !required)) {
      return Optional.of(new Sign(name, List.of(), false, answer.count(), answer.place()));
    }
    return Optional.empty();
  }

  private void write(Sign sign, List<Envelope> answers, Draft draft) {
    ObjectNode rule = Draft.object().put("status", 200).put("when", pointer(sign.field()));
    if (sign.equals().size() == 1) {
      rule.set("equals", sign.equals().get(0));
    } else if (!sign.equals().isEmpty()) {
      sign.equals().forEach(rule.putArray("oneOf")::add);
    }
    rule.put("code", "INVALID_REQUEST");
    message(sign, answers).ifPresent(it -> rule.put("message", it));
    Evidence evidence =
        new Evidence(
            sign.place(),
            sign.count()
                + " of "
                + answers.stream().mapToInt(Envelope::count).sum()
                + " answers have "
                + Terms.quote(sign.field())
                + " beside their data");
    ArrayNode rules = JsonNodeFactory.instance.arrayNode().add(rule);
    if (sign.sure()) {
      draft.put("errors", Fact.<JsonNode>likely(rules, evidence));
      return;
    }
    draft.found("/errors", Fact.unsure(rules, evidence));
    draft.gap(
        new Gap(
            "errors",
            "Does a 200 with " + Terms.quote(sign.field()) + " in it mean that the call failed?",
            List.of("it does", "it tells of parts that failed", "it is data"),
            new Gap.Edit("/errors", rules.toString()),
            List.of(evidence)));
  }

  private Optional<String> message(Sign sign, List<Envelope> answers) {
    return answers.stream()
        .flatMap(it -> field("errorMessageField", it.schema(), sign.field()).stream())
        .findFirst();
  }

  /** The words and the code of an error, by the answers that are none of success. */
  private Optional<Fact<JsonNode>> shape() {
    Map<String, Integer> messages = new LinkedHashMap<>();
    Map<String, Integer> codes = new LinkedHashMap<>();
    Set<ApiSchema> seen = new HashSet<>();
    Optional<Evidence> evidence = Optional.empty();
    boolean problem = false;
    for (ApiOperation operation : description.operations()) {
      for (ApiResponse response : operation.responses()) {
        Optional<ApiContent> content =
            isError(response, operation) ? response.json() : Optional.empty();
        Optional<ApiSchema> schema = content.flatMap(ApiContent::schema);
        if (schema.isEmpty() || !seen.add(schema.get())) {
          continue;
        }
        problem |= content.get().type().toLowerCase(Locale.ROOT).contains("problem+json");
        field("errorMessageField", schema.get(), "")
            .ifPresent(it -> messages.merge(it, 1, Integer::sum));
        field("errorCodeField", schema.get(), "").ifPresent(it -> codes.merge(it, 1, Integer::sum));
        evidence =
            evidence.or(() -> Optional.of(new Evidence(response.place(), "an error's schema")));
      }
    }
    if (messages.isEmpty() && codes.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode shape = Draft.object();
    most(messages).ifPresent(it -> shape.put("message", it));
    most(codes).ifPresent(it -> shape.put("code", it));
    if (problem) {
      shape.put("format", "RFC 7807");
    }
    return evidence.map(it -> Fact.<JsonNode>likely(shape, it));
  }

  private static boolean isError(ApiResponse response, ApiOperation operation) {
    String status = response.status();
    boolean another = operation.success().filter(it -> !it.equals(response)).isPresent();
    return status.startsWith("4") || status.startsWith("5") || status.equals("default") && another;
  }

  private static Optional<String> most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
        .map(Map.Entry::getKey);
  }

  /** The likeliest field of a kind, one level down at most. */
  private Optional<String> field(String kind, ApiSchema schema, String except) {
    Optional<Map.Entry<String, Integer>> best = Optional.empty();
    for (Map.Entry<String, ApiSchema> property : schema.properties().entrySet()) {
      String name = property.getKey();
      Set<String> types = property.getValue().types();
      boolean scalar = types.contains("string") || types.contains("integer") || types.isEmpty();
      if (scalar && !name.equals(except)) {
        best = better(best, pointer(name), lexicon.weight(kind, name));
      }
      boolean wrapper = lexicon.weight("errorField", name) > 0;
      if (wrapper && property.getValue().isObject()) {
        for (String inner : property.getValue().properties().keySet()) {
          best = better(best, pointer(name) + pointer(inner), 2 * lexicon.weight(kind, inner));
        }
      }
      if (wrapper && property.getValue().isArray()) {
        for (String inner :
            property.getValue().items().map(it -> it.properties().keySet()).orElse(Set.of())) {
          best = better(best, pointer(name) + "/0" + pointer(inner), lexicon.weight(kind, inner));
        }
      }
    }
    return best.map(Map.Entry::getKey);
  }

  private static Optional<Map.Entry<String, Integer>> better(
      Optional<Map.Entry<String, Integer>> known, String pointer, int weight) {
    boolean better = weight > 0 && known.filter(it -> it.getValue() >= weight).isEmpty();
    return better ? Optional.of(Map.entry(pointer, weight)) : known;
  }

  private static String pointer(String member) {
    return "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
