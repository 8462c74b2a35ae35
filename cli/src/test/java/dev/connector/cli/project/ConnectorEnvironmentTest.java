package dev.connector.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorEnvironmentTest {

  private static final Definition TIDES =
      new DefinitionReader()
          .read(
              """
              { "format": 1, "name": "low-tides", "version": "1.0.0", "title": "T",
                "description": "D", "baseUrl": "https://api.example.com",
                "resources": { "readings": { "schema": "schemas/reading.json",
                  "operations": { "list": { "path": "/readings", "records": "" } } } } }
              """
                  .getBytes(StandardCharsets.UTF_8))
          .orThrow("tides");

  @TempDir private Path folder;

  @Test
  void theFileOfTheProjectGivesWhatTheProcessDoesNot() throws Exception {
    Files.writeString(
        folder.resolve(".env"),
        """
        # of the tides
        LOW_TIDES_KEY=from-file   # a remark
        export LOW_TIDES_NAME="two words # all of it"
        LOW_TIDES_EMPTY=
        LOW_TIDES_BLANK='x'
        """);
    Map<String, String> variables =
        ConnectorEnvironment.of(
                TIDES, folder, Map.of("LOW_TIDES_KEY", "from-process", "LOW_TIDES_BLANK", " "))
            .variables();
    assertThat(variables)
        .containsEntry("LOW_TIDES_KEY", "from-process")
        .containsEntry("LOW_TIDES_NAME", "two words # all of it")
        .containsEntry("LOW_TIDES_EMPTY", "")
        .containsEntry("LOW_TIDES_BLANK", "x");
  }

  @Test
  void anotherConnectorsVariablesStayAway() throws Exception {
    Files.writeString(folder.resolve(".env"), "HUBSPOT_ACCESS_TOKEN=a\nLOW_TIDES_KEY=b\n");
    assertThat(ConnectorEnvironment.of(TIDES, folder, Map.of("PATH", "/bin")).variables())
        .containsOnlyKeys("LOW_TIDES_KEY");
  }

  @Test
  void noValueIsShown() throws Exception {
    Files.writeString(folder.resolve(".env"), "LOW_TIDES_KEY=hidden\nmy hidden line\n");
    assertThatThrownBy(() -> ConnectorEnvironment.of(TIDES, folder, Map.of()))
        .isInstanceOf(ConnectorException.class)
        .hasMessageEndingWith(".env:2 is not NAME=value")
        .hasMessageNotContaining("hidden");
    assertThat(new ConnectorEnvironment("low-tides", Map.of("LOW_TIDES_KEY", "hidden")).toString())
        .contains("LOW_TIDES_KEY")
        .doesNotContain("hidden");
  }
}
