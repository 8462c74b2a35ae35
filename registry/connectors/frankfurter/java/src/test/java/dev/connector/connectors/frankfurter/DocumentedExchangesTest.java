package dev.connector.connectors.frankfurter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Json;
import java.time.LocalDate;
import java.util.List;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector asks what Frankfurter documents, and makes of the answers what they say. */
class DocumentedExchangesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "currencies.list",
        "latest.get",
        "latest.get.base",
        "latest.get.symbols",
        "timeSeries.get",
        "timeSeries.list",
        "timeSeries.range"
      })
  void a_documented_exchange_gives_its_records(String name) throws Exception {
    Fixture fixture = Fixture.named(name);
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      fixture.serve(server);
      try (Frankfurter frankfurter = Frankfurter.connect(fixture.settings(server))) {
        JsonNode records = Json.write(replay(fixture, frankfurter));

        assertThat(records).isEqualTo(fixture.content().path("records"));
      }
      fixture.requireAsked(server);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "timeSeries.get.not-found")
  void a_documented_error_is_an_error(String name) throws Exception {
    Fixture fixture = Fixture.named(name);
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      fixture.serve(server);
      try (Frankfurter frankfurter = Frankfurter.connect(fixture.settings(server))) {
        assertThatThrownBy(() -> replay(fixture, frankfurter))
            .isInstanceOfSatisfying(
                ApiException.class,
                error ->
                    assertThat(error.code()).hasToString(fixture.content().path("error").asText()));
      }
      fixture.requireAsked(server);
    }
  }

  private static List<?> replay(Fixture fixture, Frankfurter frankfurter) {
    switch (fixture.operation()) {
      case "currencies.list":
        return frankfurter.currencies().list().stream().toList();
      case "latest.get":
        return List.of(frankfurter.latest().get());
      case "timeSeries.list":
        return frankfurter.timeSeries().list().stream().toList();
      case "timeSeries.range":
        return frankfurter
            .timeSeries()
            .range(day(fixture, "from"), day(fixture, "to"))
            .stream()
            .toList();
      case "timeSeries.get":
        return List.of(frankfurter.timeSeries().get(day(fixture, "date")));
      default:
        throw new IllegalArgumentException(fixture.operation());
    }
  }

  private static LocalDate day(Fixture fixture, String argument) {
    return LocalDate.parse(fixture.argument(argument));
  }
}
