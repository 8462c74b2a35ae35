package dev.connector.spec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void nothingOfTheDefaultRegistryIsRefused(String connector) {
    Fixtures fixtures = Fixtures.of(connector);
    assertThat(Refusals.of(fixtures.definition(), fixtures.schemas())).isEmpty();
  }

  @Test
  void eachPartThatTheEngineCannotDoIsNamedByItsPlace() throws IOException {
    var definition =
        Fixtures.definition(
            Files.readString(Path.of("src/test/resources/definitions/valid/full.json")));
    assertThat(Refusals.of(definition, Map.of()))
        .extracting(Refusals.Refusal::pointer)
        .isNotEmpty()
        .contains("/limits")
        .allMatch(it -> it.matches("/(authentication|limits|errors|resources|webhooks).*"));
  }

  @Test
  void aPartThatIsExecutedIsNotNamed() {
    var definition =
        Fixtures.definition(
            """
            { "format": 1, "name": "tides", "version": "1.0.0", "title": "T", "description": "D",
              "baseUrl": "https://api.example.com",
              "resources": {
                "good": { "schema": "schemas/a.json",
                  "operations": { "list": { "path": "/good", "records": "" } } },
                "own": { "schema": "schemas/a.json", "custom": "signs each page",
                  "operations": { "list": { "path": "/own", "records": "" } } } } }
            """);
    assertThat(Refusals.of(definition, Map.of()))
        .extracting(Refusals.Refusal::toString)
        .containsExactly(
            "/resources/own: the engine does not support own, which is custom code; the"
                + " connector's code may");
  }
}
