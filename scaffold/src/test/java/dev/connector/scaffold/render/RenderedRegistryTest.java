package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.conformance.Conformance;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.ReportTable;
import dev.connector.spec.rules.Rules;
import dev.connector.spec.rules.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rendered from the definitions of the registry's connectors keeps their promises. */
class RenderedRegistryTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void the_code_compiles_and_does_what_the_engine_does(String name) throws Exception {
    Path path = Path.of("../registry/connectors").resolve(name);
    ConnectorFolder connector = ConnectorFolder.read(path);
    JsonNode document = Json.parse(Files.readString(path.resolve("connector.json")));
    Map<String, byte[]> files =
        new ConnectorRenderer()
            .render(
                new ConnectorSource(
                    document, connector.definition(), connector.schemas(), Map.of()));

    Compiled compiled = Compiled.in(folder, files);

    assertThat(compiled.complaints()).isEmpty();
    Report report =
        new Conformance(Checks.all(), 8, Duration.ofMinutes(2))
            .run(
                connector,
                compiled.subject(connector.definition(), "dev.connector.connectors." + name),
                Rules.load().where(it -> it.id().equals("PKG-4")));
    assertThat(report.broken()).as(ReportTable.of(List.of(report))).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
  }
}
