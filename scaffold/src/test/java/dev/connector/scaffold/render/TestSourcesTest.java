package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.render.fixture.Examples;
import dev.connector.scaffold.render.fixture.FixtureMaker;
import dev.connector.scaffold.render.model.JavaConnector;
import dev.connector.scaffold.render.text.CanonicalJson;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests a connector is rendered with, tried on code that people wrote. */
class TestSourcesTest {

  private static final Path REGISTRY = Path.of("../registry/connectors");

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void they_pass_with_code_that_is_right(String name) throws IOException {
    try (RenderedConnectors rendered = new RenderedConnectors()) {
      RenderedConnectors.Outcome outcome = rendered.test(name, folder(name));
      if (Boolean.getBoolean("shown")) {
        System.err.println(outcome);
      }

      assertThat(outcome.complaints()).isEmpty();
      assertThat(outcome.failures()).isEmpty();
      assertThat(outcome.tests()).isGreaterThan(5);
    }
  }

  /** Hand-written code, with fixtures that are made and tests that are rendered. */
  private static Map<String, byte[]> folder(String name) throws IOException {
    ConnectorFolder folder = ConnectorFolder.read(REGISTRY.resolve(name));
    Map<String, JsonNode> fixtures =
        FixtureMaker.make(
                folder.definition(),
                folder.schemas(),
                new Examples("https://example.com/openapi.json", "5f1c", Map.of()))
            .files();
    Map<String, byte[]> files = new LinkedHashMap<>();
    Path root = REGISTRY.resolve(name);
    try (Stream<Path> main = Files.walk(root.resolve("java/src/main/java"))) {
      for (Path file : main.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    folder.schemas().forEach((path, it) -> files.put(path, CanonicalJson.bytes(it)));
    fixtures.forEach((path, it) -> files.put(path, CanonicalJson.bytes(it)));
    files.putAll(
        new TestSources()
            .render(JavaConnector.of(folder.definition(), folder.schemas()), fixtures));
    return files;
  }
}
