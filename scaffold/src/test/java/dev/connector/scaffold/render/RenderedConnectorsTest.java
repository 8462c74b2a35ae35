package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.scaffold.render.fixture.Examples;
import dev.connector.scaffold.render.fixture.FixtureMaker;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rendered compiles without a warning, and passes the tests that are rendered with it. */
class RenderedConnectorsTest {

  private static final RenderedConnectors RENDERED = new RenderedConnectors();

  @AfterAll
  static void close() {
    RENDERED.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../registry/connectors/frankfurter",
        "../registry/connectors/hubspot",
        "../spec/src/test/resources/connectors/acme",
        "../spec/src/test/resources/connectors/changing",
        "../spec/src/test/resources/connectors/doors",
        "../spec/src/test/resources/connectors/paging",
        "../spec/src/test/resources/connectors/shop"
      })
  void a_rendered_connector_compiles_and_passes_its_tests(String path) throws IOException {
    RenderedConnectors.Outcome outcome = RENDERED.test(source(Path.of(path)));
    if (Boolean.getBoolean("shown")) {
      System.err.println(path + " " + outcome);
    }

    assertThat(outcome.complaints()).isEmpty();
    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.tests()).isGreaterThan(5);
  }

  private static ConnectorSource source(Path path) throws IOException {
    ConnectorFolder folder = ConnectorFolder.read(path);
    JsonNode document = Json.parse(Files.readAllBytes(path.resolve("connector.json")));
    Map<String, JsonNode> fixtures =
        FixtureMaker.make(
                folder.definition(),
                folder.schemas(),
                new Examples(
                    "https://example.com/openapi.json",
                    "5f70bf18a086007016e948b04aed3b82",
                    Map.of()))
            .files();
    return new ConnectorSource(
        document, folder.definition(), folder.schemas(), fixtures, List.of());
  }
}
