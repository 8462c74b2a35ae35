package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.scaffold.render.fixture.Examples;
import dev.connector.scaffold.render.fixture.FixtureMaker;
import dev.connector.spec.conformance.statics.ConnectorFiles;
import dev.connector.spec.conformance.statics.StaticChecks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderPagesTest {

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
  void a_rendered_folder_keeps_the_rules_that_are_decided_by_reading(
      String path, @TempDir Path folder) throws IOException {
    Map<String, byte[]> files = new ConnectorRenderer().render(source(Path.of(path), List.of()));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.createDirectories(folder.resolve(file.getKey()).getParent());
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    if (Boolean.getBoolean("shown")) {
      System.err.println(new String(files.get("README.md"), StandardCharsets.UTF_8));
    }

    assertThat(
            new StaticChecks(Rules.load(), Clock.systemUTC())
                .report("rendered", ConnectorFiles.in(folder))
                .broken())
        .isEmpty();
  }

  private static ConnectorSource source(Path path, List<String> open) throws IOException {
    ConnectorFolder folder = ConnectorFolder.read(path);
    JsonNode document = Json.parse(Files.readAllBytes(path.resolve("connector.json")));
    Map<String, JsonNode> fixtures =
        FixtureMaker.make(
                folder.definition(),
                folder.schemas(),
                new Examples("https://example.com/openapi.json", "5f1c", Map.of()))
            .files();
    return new ConnectorSource(document, folder.definition(), folder.schemas(), fixtures, open);
  }
}
