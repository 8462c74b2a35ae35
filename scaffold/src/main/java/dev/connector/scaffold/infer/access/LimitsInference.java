package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiResponse;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Infers how often an API may be called: by the headers it documents and the figures it names. */
final class LimitsInference {

  private final ApiDescription description;
  private final Lexicon lexicon;

  LimitsInference(ApiDescription description, Lexicon lexicon) {
    this.description = description;
    this.lexicon = lexicon;
  }

  void infer(Draft draft) {
    LimitHeaders headers = new LimitHeaders(lexicon);
    Set<Prose> texts = new LinkedHashSet<>();
    texts.add(new Prose("#/info/description", description.info().description()));
    for (ApiOperation operation : description.operations()) {
      for (ApiResponse response : operation.responses()) {
        response.headers().forEach((name, header) -> headers.add(response.place(), name, header));
        if (response.status().equals("429")) {
          texts.add(new Prose(response.place() + "/description", response.description()));
        }
      }
    }
    ObjectNode limits = Draft.object();
    rates(texts, limits, draft);
    headers
        .documented()
        .ifPresent(
            found -> {
              limits.set("headers", found.written());
              draft.found("/limits/headers", found.fact());
              found.gap().ifPresent(draft::gap);
            });
    headers.retryAfter().ifPresent(it -> draft.found("/limits", it));
    if (!limits.isEmpty()) {
      draft.member("limits").setAll(limits);
    }
  }

  private record Prose(String place, String text) {}

  private void rates(Set<Prose> texts, ObjectNode limits, Draft draft) {
    Map<StatedRate, Evidence> stated = new LinkedHashMap<>();
    for (Prose prose : texts) {
      for (StatedRate rate : StatedRate.in(prose.text(), lexicon)) {
        stated.putIfAbsent(
            rate.withoutWords(), new Evidence(prose.place(), "\"" + rate.words() + "\""));
      }
    }
    List<StatedRate> rates = new ArrayList<>(stated.keySet());
    rates.sort(StatedRate.SHORTEST_FIRST);
    boolean oneEach = rates.stream().map(StatedRate::seconds).distinct().count() == rates.size();
    boolean plain = rates.stream().noneMatch(StatedRate::conditional);
    if (rates.isEmpty()) {
      return;
    }
    List<Evidence> evidence = rates.stream().map(stated::get).limit(5).toList();
    ArrayNode written = limits.arrayNode();
    rates.forEach(it -> written.add(it.written()));
    if (oneEach && plain) {
      limits.set("rates", written);
      draft.found("/limits/rates", new Fact<>(written, Confidence.LIKELY, evidence, List.of()));
      return;
    }
    draft.found("/limits/rates", new Fact<>(written, Confidence.UNSURE, evidence, List.of()));
    draft.gap(
        new Gap(
            "limits",
            "The document names limits that hold for some callers or calls; which hold here?",
            rates.stream().map(it -> it.written().toString()).limit(10).toList(),
            new Gap.Edit("/limits/rates", "[" + rates.get(0).written() + "]"),
            evidence));
  }

  /** What was read of a kind of header. */
  record Documented(
      ObjectNode written, Confidence confidence, List<Evidence> evidence, Optional<Gap> gap) {
    Fact<JsonNode> fact() {
      return new Fact<>(written, confidence, evidence, List.of());
    }
  }
}
