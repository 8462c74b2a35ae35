package dev.connector.connectors.frankfurter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.paging.Change;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {

  private final MockWebServer server = new MockWebServer();
  private Frankfurter frankfurter;

  @BeforeEach
  void start() throws Exception {
    server.start();
    frankfurter =
        Frankfurter.connect(
            FrankfurterSettings.fromEnvironment(
                Map.of(
                    "FRANKFURTER_START", "2024-01-02",
                    "FRANKFURTER_SYMBOLS", "USD",
                    "FRANKFURTER_BASE_URL", server.url("/v1").toString(),
                    "FRANKFURTER_ALLOW_LOOPBACK", "true")));
  }

  @AfterEach
  void stop() {
    frankfurter.close();
    server.close();
  }

  @Test
  void a_later_read_goes_on_where_the_one_before_ended() throws Exception {
    answer("'2024-01-02': {'USD': 1.0956}, '2024-01-03': {'USD': 1.0919}");
    answer("'2024-01-03': {'USD': 1.0919}, '2024-01-04': {'USD': 1.0953}");
    List<Rates> first = new ArrayList<>();

    Checkpoint reached = read(Checkpoint.NONE, first);
    List<Rates> second = new ArrayList<>();
    read(reached, second);

    assertThat(first).extracting(Rates::date).hasToString("[2024-01-02, 2024-01-03]");
    assertThat(second).extracting(Rates::date).hasToString("[2024-01-04]");
    assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/v1/2024-01-02..");
    assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/v1/2024-01-03..");
  }

  @Test
  void rates_that_were_published_anew_come_again() {
    answer("'2024-01-02': {'USD': 1.0956}");
    answer("'2024-01-02': {'USD': 1.0957}");
    Checkpoint reached = read(Checkpoint.NONE, new ArrayList<>());
    List<Rates> second = new ArrayList<>();

    read(reached, second);

    assertThat(second).singleElement();
    assertThat(second.get(0).rates()).containsEntry("USD", new BigDecimal("1.0957"));
  }

  @Test
  void a_rate_keeps_every_digit() {
    answer("'2024-01-02': {'IDR': 16997.123456789012345}");

    assertThat(frankfurter.timeSeries().list().next().rates())
        .containsEntry("IDR", new BigDecimal("16997.123456789012345"));
  }

  @Test
  void malformed_settings_are_named_before_anything_is_sent() {
    assertThatThrownBy(
            () ->
                FrankfurterSettings.fromEnvironment(
                    Map.of("FRANKFURTER_BASE", "euro", "FRANKFURTER_START", "2024-13-01")))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIG))
        .hasMessageContaining("FRANKFURTER_BASE")
        .hasMessageContaining("FRANKFURTER_START")
        .hasMessageNotContaining("euro");
  }

  private Checkpoint read(Checkpoint since, List<Rates> into) {
    try (ChangeStream<Rates> changes = frankfurter.timeSeries().changes(since)) {
      for (Change<Rates> change : changes) {
        into.add(change.record());
      }
      return changes.checkpoint();
    }
  }

  private void answer(String rates) {
    String body = "{'base': 'EUR', 'rates': {" + rates + "}}";
    server.enqueue(new MockResponse.Builder().body(body.replace('\'', '"')).build());
  }
}
