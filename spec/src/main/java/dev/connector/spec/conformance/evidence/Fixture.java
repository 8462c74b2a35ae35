package dev.connector.spec.conformance.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Exchanges of one operation, and what has to come of them. A file below {@code fixtures/}; {@code
 * SPEC.md} has its format.
 *
 * @param name the file's, without {@code .json}
 * @param operation {@code contacts.list}, or {@code oauth.refresh} for a token request
 * @param settings beside the credentials, by name
 * @param error the code of the error that has to come; empty where records do
 */
public record Fixture(
    String name,
    Kind kind,
    String operation,
    Map<String, String> settings,
    Map<String, JsonNode> arguments,
    List<Exchange> exchanges,
    List<JsonNode> records,
    Optional<String> error) {

  public Fixture {
    settings = Map.copyOf(settings);
    arguments = Map.copyOf(arguments);
    exchanges = List.copyOf(exchanges);
    records = List.copyOf(records);
    if (exchanges.isEmpty()) {
      throw new IllegalArgumentException("a fixture has an exchange");
    }
  }

  /** How near to the vendor it is. */
  public enum Kind {
    /** The API answered this. */
    RECORDED,
    /** The documentation shows this. */
    DOCUMENTED,
    /** Made of what the documentation says, where it shows no example. */
    SYNTHESIZED
  }

  /**
   * The fixtures in a folder, by name; none where there is no such folder.
   *
   * @throws ConnectorException where a file is no fixture
   */
  public static List<Fixture> in(Path fixtures) {
    if (!Files.isDirectory(fixtures)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(fixtures)) {
      return files
          .filter(it -> it.toString().endsWith(".json"))
          .sorted()
          .map(Fixture::read)
          .toList();
    } catch (IOException e) {
      throw unusable(fixtures, "cannot be read", e);
    }
  }

  private static Fixture read(Path file) {
    try {
      JsonNode json = Json.parse(Files.readString(file));
      List<Exchange> exchanges = new ArrayList<>();
      json.required("exchanges").forEach(it -> exchanges.add(Exchange.of(it)));
      Map<String, JsonNode> arguments = new LinkedHashMap<>();
      json.path("arguments").properties().forEach(it -> arguments.put(it.getKey(), it.getValue()));
      List<JsonNode> records = new ArrayList<>();
      json.path("records").forEach(records::add);
      return new Fixture(
          file.getFileName().toString().replaceFirst("\\.json$", ""),
          Kind.valueOf(json.required("kind").asText().toUpperCase(Locale.ROOT)),
          json.required("operation").asText(),
          Exchange.texts(json.path("settings")),
          arguments,
          exchanges,
          records,
          Optional.ofNullable(json.get("error")).map(JsonNode::asText));
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(file, "is no fixture: " + e.getMessage(), e);
    }
  }

  private static ConnectorException unusable(Path file, String how, Exception cause) {
    return new ConnectorException(
        ConnectorException.Kind.CONFLICT,
        file + " " + how,
        "see \"Evidence kept with a connector\" in SPEC.md",
        cause);
  }
}
