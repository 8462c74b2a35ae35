package dev.connector.cli.agent.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.scaffold.description.ApiContent.Example;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.infer.fact.Gap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run began with, as its transcript has it; why it is so is left to the description. */
public final class BegunFormat {

  private BegunFormat() {}

  /** For the transcript. */
  public static ObjectNode write(InferredDefinition begun) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("definition", begun.document());
    ObjectNode schemas = node.putObject("schemas");
    begun.schemas().forEach(schemas::set);
    ObjectNode examples = node.putObject("examples");
    begun
        .examples()
        .forEach(
            (operation, example) ->
                examples
                    .putObject(operation)
                    .put("place", example.place())
                    .set("value", example.value()));
    ArrayNode gaps = node.putArray("gaps");
    begun.gaps().forEach(gap -> write(gaps.addObject(), gap));
    begun.leftOut().forEach(node.putArray("leftOut")::add);
    return node;
  }

  private static void write(ObjectNode node, Gap gap) {
    node.put("subject", gap.subject()).put("question", gap.question());
    gap.alternatives().forEach(node.putArray("alternatives")::add);
    node.put("pointer", gap.edit().pointer()).put("value", gap.edit().value());
  }

  /** From a transcript. */
  public static InferredDefinition read(JsonNode node) {
    ObjectNode document =
        node.path("definition") instanceof ObjectNode object
            ? object
            : JsonNodeFactory.instance.objectNode();
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    node.path("schemas").properties().forEach(it -> schemas.put(it.getKey(), it.getValue()));
    Map<String, Example> examples = new LinkedHashMap<>();
    node.path("examples")
        .properties()
        .forEach(
            it ->
                examples.put(
                    it.getKey(),
                    new Example(
                        it.getValue().path("place").asText(), it.getValue().path("value"))));
    List<Gap> gaps = new ArrayList<>();
    node.path("gaps").forEach(gap -> gaps.add(gap(gap)));
    InferredDefinition written = Draft.written(document, schemas);
    return new InferredDefinition(
        document, schemas, examples, written.explanation(), gaps, texts(node.path("leftOut")));
  }

  private static Gap gap(JsonNode node) {
    Gap.Edit edit = new Gap.Edit(node.path("pointer").asText(), node.path("value").asText());
    return new Gap(
        node.path("subject").asText(),
        node.path("question").asText(),
        texts(node.path("alternatives")),
        edit,
        List.of());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
