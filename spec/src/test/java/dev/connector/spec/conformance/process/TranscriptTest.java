package dev.connector.spec.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.EventJson;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.Json;
import dev.connector.spec.JsonSchemas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the specification are understood, and judged as its schema judges them. */
class TranscriptTest {

  /** A command of {@code SPEC.md} and the lines that answer it. */
  private record Example(JsonNode command, List<String> events) {
    String word() {
      return command.path("do").asText();
    }
  }

  @TempDir Path folder;

  private final List<Example> examples = examples();

  @Test
  void everyEventOfTheSpecificationArrivesAsItWasSent() throws Exception {
    int seen = 0;
    for (Example example : examples) {
      String answer = String.join("\n", example.events());
      try (ProcessConnector connector =
          ReplayingProcess.answering(folder, answer, "{\"id\":\"@\",\"type\":\"done\"}")) {
        List<JsonNode> sent = example.events().stream().map(TranscriptTest::json).toList();
        JsonNode last = sent.get(sent.size() - 1);
        if (last.path("type").asText().equals("error")) {
          assertThatThrownBy(() -> events(connector, example))
              .isInstanceOf(ApiException.class)
              .hasMessage(last.path("message").asText());
        } else {
          assertThat(events(connector, example)).isEqualTo(told(sent));
        }
        seen += sent.size();
      }
    }
    assertThat(seen).isGreaterThan(30);
  }

  @Test
  void everyMutantOfALineIsJudgedAsTheSchemaDoes() throws Exception {
    JsonSchemas schemas = new JsonSchemas();
    Random random = new Random(11);
    int refused = 0;
    for (Example example : examples) {
      for (String line : example.events()) {
        for (int i = 0; i < 60; i++) {
          JsonNode mutant = json(line);
          mutate(mutant, random);
          String text = mutant.toString();
          boolean fits =
              schemas.problems("urn:connector:protocol:1#/$defs/event", json(text)).isEmpty();
          assertThat(accepted(text)).as(text).isEqualTo(fits);
          refused += fits ? 0 : 1;
        }
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private static boolean accepted(String line) {
    try {
      LineRules.event(line);
      return true;
    } catch (ProtocolException refused) {
      return false;
    }
  }

  private static void mutate(JsonNode node, Random random) {
    List<JsonNode> strange =
        Stream.of("null", "true", "-1", "1.5", "\"\"", "\"x\"", "[]", "[1]", "{}", "\"/a~2\"")
            .map(TranscriptTest::json)
            .toList();
    JsonNode value = strange.get(random.nextInt(strange.size()));
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      names.add("more");
      String name = names.get(random.nextInt(names.size()));
      if (object.path(name).isContainerNode() && random.nextBoolean()) {
        mutate(object.get(name), random);
      } else if (random.nextInt(3) == 0) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    } else if (node instanceof ArrayNode array) {
      array.add(value);
    }
  }

  private static List<JsonNode> events(ProcessConnector connector, Example example) {
    List<JsonNode> events = new ArrayList<>();
    Cancellation cancellation = new Cancellation();
    switch (example.word()) {
      case "describe":
        connector.describe();
        break;
      case "check":
        connector.check(event -> events.add(json(EventJson.of(event).toString())), cancellation);
        break;
      case "read":
        ReadRequest read = ReadRequest.of(example.command().path("resource").asText());
        connector.read(
            read, event -> events.add(json(EventJson.of(event).toString())), cancellation);
        break;
      case "call":
        CallRequest call =
            CallRequest.of("contacts.get").argument("contactId", TextNode.valueOf("1"));
        var result =
            connector.call(
                call, event -> events.add(json(EventJson.of(event).toString())), cancellation);
        assertThat(result.attempts()).isEqualTo(1);
        break;
      default:
        connector.askToClose();
    }
    return events;
  }

  /** What a caller is handed as events: neither ids, nor results, nor the end; all counts. */
  private static List<JsonNode> told(List<JsonNode> sent) {
    List<JsonNode> told = new ArrayList<>();
    for (JsonNode line : sent) {
      ObjectNode event = line.deepCopy();
      event.remove("id");
      if (event.path("counts") instanceof ObjectNode counts) {
        for (String name : List.of("records", "deletes", "invalid", "withoutCursor")) {
          counts.put(name, counts.path(name).asInt());
        }
      }
      if (!List.of("result", "done").contains(event.path("type").asText())) {
        told.add(json(event.toString()));
      }
    }
    return told;
  }

  /** Webhook and cancel are left out: their lines have to be written by hand on both sides. */
  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(Path.of("SPEC.md"))) {
        if (line.startsWith("> {")) {
          examples.add(new Example(json(line.substring(2)), new ArrayList<>()));
        } else if (line.startsWith("< {")) {
          JsonNode event = json(line.substring(2));
          Example asked =
              examples.stream()
                  .filter(it -> it.command().path("id").equals(event.path("id")))
                  .reduce((one, other) -> other)
                  .orElseThrow();
          asked.events().add(((ObjectNode) event).put("id", "@").toString());
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    examples.removeIf(
        it -> List.of("webhook", "cancel").contains(it.word()) || it.events().isEmpty());
    return examples;
  }

  private static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
