package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Exchanges with the API and the records they should give: a file below {@code fixtures/}. What is
 * {@code documented} is the API description's own example; what is {@code synthesized} was made up
 * from its schemas.
 */
record Fixture(String name, JsonNode content) {

  private static final String FOLDER = "/connectors/hubspot/fixtures";

  /** Those that show less than is asked for, or no operation; other tests may replay them. */
  private static final Set<String> APART =
      Set.of(
          "contacts.changes",
          "contacts.list",
          "contacts.list.pages",
          "oauth.refresh",
          "owners.list");

  /** All but those apart: a file that you add to the folder is replayed like the others. */
  static List<Fixture> all() throws IOException, URISyntaxException {
    Path folder = Path.of(Fixture.class.getResource(FOLDER).toURI());
    List<Fixture> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        if (!APART.contains(name)) {
          all.add(new Fixture(name, Json.parse(Files.readAllBytes(file))));
        }
      }
    }
    return all;
  }

  static Fixture named(String name) throws IOException, URISyntaxException {
    Path folder = Path.of(Fixture.class.getResource(FOLDER).toURI());
    return new Fixture(name, Json.parse(Files.readAllBytes(folder.resolve(name + ".json"))));
  }

  /** Resource and operation, {@code contacts.list}. */
  String operation() {
    return content.path("operation").asText();
  }

  String resource() {
    return operation().substring(0, operation().indexOf('.'));
  }

  Map<String, JsonNode> settings() {
    return members(content.path("settings"));
  }

  Map<String, JsonNode> arguments() {
    return members(content.path("arguments"));
  }

  List<JsonNode> exchanges() {
    return elements(content.path("exchanges"));
  }

  List<JsonNode> records() {
    return elements(content.path("records"));
  }

  /** The code of the error that has to come in place of records. */
  Optional<String> error() {
    return Optional.ofNullable(content.get("error")).map(JsonNode::asText);
  }

  private static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }

  private static Map<String, JsonNode> members(JsonNode object) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }
}
