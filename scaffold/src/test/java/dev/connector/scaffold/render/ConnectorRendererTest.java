package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorRendererTest {

  @Test
  void the_folder_has_the_definition_its_schemas_and_its_code() throws Exception {
    Path path = Path.of("../registry/connectors/frankfurter");
    ConnectorFolder folder = ConnectorFolder.read(path);
    JsonNode document = Json.parse(Files.readString(path.resolve("connector.json")));

    Map<String, byte[]> files =
        new ConnectorRenderer()
            .render(new ConnectorSource(document, folder.definition(), folder.schemas(), Map.of()));

    assertThat(files).containsKeys("connector.json", "schemas/currency.json");
    assertThat(Json.parse(files.get("connector.json"))).isEqualTo(document);
    assertThat(
            new String(
                files.get(
                    "java/src/main/java/dev/connector/connectors/frankfurter/ConnectorMain.java"),
                StandardCharsets.UTF_8))
        .contains("Protocol.serve(FrankfurterConnector::of)");
  }
}
