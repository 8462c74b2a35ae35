package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.scaffold.render.fixture.Examples;
import dev.connector.scaffold.render.fixture.FixtureMaker;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "TokensRequests, \"after\", \"before\"",
    "LinkedRequests, \"/links/next\", \"/links/none\"",
    "FromOneRequests, \"/pages\", \"/other\"",
    "KeyedRequests, \"/node\", \"/other\"",
    "SkippedRequests, \"/items\", \"/entries\"",
    "Paging, X-Api-Key, X-Api-Key",
    "Item, String name, long name"
  })
  void a_fault_in_the_code_is_found_by_its_tests(String type, String right, String wrong)
      throws IOException {
    Map<String, byte[]> files =
        new ConnectorRenderer()
            .render(source(Path.of("../spec/src/test/resources/connectors/paging")));
    String path = "java/src/main/java/dev/connector/connectors/paging/" + type + ".java";
    String text = new String(files.get(path), StandardCharsets.UTF_8);
    assertThat(text).contains(right);

    RenderedConnectors.Outcome outcome =
        RENDERED.test("paging", RenderedConnectors.with(files, path, text.replace(right, wrong)));

    assertThat(outcome.sound()).isEqualTo(right.equals(wrong));
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
