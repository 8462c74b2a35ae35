package dev.connector.connectors.frankfurter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Json;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The methods of the connector give what Frankfurter documents, as records of their types. */
class TypedExchangesTest {

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
    try (ReplayServer server = ReplayServer.answering(fixture);
        Frankfurter frankfurter = connect(server, fixture)) {
      List<?> records = replay(fixture, frankfurter);

      assertThat(Json.write(records)).containsExactlyElementsOf(fixture.records());
      server.requireAsked();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "timeSeries.get.not-found")
  void a_documented_error_is_an_error(String name) throws Exception {
    Fixture fixture = Fixture.named(name);
    try (ReplayServer server = ReplayServer.answering(fixture);
        Frankfurter frankfurter = connect(server, fixture)) {
      assertThatThrownBy(() -> replay(fixture, frankfurter))
          .isInstanceOfSatisfying(
              ApiException.class,
              error -> assertThat(error.code()).hasToString(fixture.error().orElseThrow()));
      server.requireAsked();
    }
  }

  private static Frankfurter connect(ReplayServer server, Fixture fixture) {
    return Frankfurter.connect(
        FrankfurterSettings.fromEnvironment(server.environment(fixture.settings())));
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
    return LocalDate.parse(fixture.arguments().get(argument).asText());
  }
}
