package dev.connector.connectors.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.connectors.frankfurter.ConnectorMain;
import dev.connector.connectors.frankfurter.FrankfurterConnector;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrankfurterAgreementTest {

  private final Pair pair = Pair.of("frankfurter", FrankfurterConnector::of);

  @Test
  void both_describe_the_same() {
    pair.describeAlike(Map.of());
    pair.describeAlike(Map.of("FRANKFURTER_MAX_RETRIES", "7", "FRANKFURTER_RATE_LIMITS", "5/1s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"currencies", "latest", "timeSeries"})
  void both_read_the_same(String resource) {
    Pair.Outcome outcome = pair.reads(ReadRequest.of(resource).withCanonical(), Map.of());

    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.events()).hasAtLeastOneElementOfType(Event.Record.class);
    assertThat(outcome.requests()).isNotEmpty();
  }

  @Test
  void both_go_on_from_the_same_state() {
    List<Event> first = pair.reads(ReadRequest.of("timeSeries"), Map.of()).events();
    Event.Checkpoint last =
        first.stream()
            .filter(Event.Checkpoint.class::isInstance)
            .map(Event.Checkpoint.class::cast)
            .reduce((one, other) -> other)
            .orElseThrow();

    pair.reads(ReadRequest.of("timeSeries").state(last.state()), Map.of());
    pair.reads(ReadRequest.of("timeSeries").since("2020-01-01"), Map.of());
    Pair.Outcome some = pair.reads(ReadRequest.of("timeSeries").limit(3), Map.of());

    assertThat(some.events()).filteredOn(Event.Record.class::isInstance).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "currencies.list,,",
    "latest.get,,",
    "timeSeries.list,,",
    "timeSeries.get,date,2024-01-02",
    "timeSeries.get,date,1800-01-01",
    "timeSeries.get,,",
    "timeSeries.get,day,2024-01-02",
    "timeSeries.range,from,2024-01-02"
  })
  void both_call_the_same(String operation, String argument, String value) {
    CallRequest call = CallRequest.of(operation);

    pair.calls(argument == null ? call : call.argument(argument, TextNode.valueOf(value)));
  }

  @Test
  void both_call_a_range() {
    Pair.Outcome outcome =
        pair.calls(
            CallRequest.of("timeSeries.range")
                .argument("from", TextNode.valueOf("1999-01-04"))
                .argument("to", TextNode.valueOf("2099-01-04")));

    assertThat(outcome.failure()).isEmpty();
  }

  @Test
  void both_check_and_refuse_the_same() {
    assertThat(pair.checks(Map.of()).failure()).isEmpty();
    assertThat(pair.checks(Map.of("FRANKFURTER_BASE", "euro")).failure())
        .startsWith("INVALID_CONFIG")
        .contains("FRANKFURTER_BASE");
    assertThat(pair.checks(Map.of("FRANKFURTER_ALLOW_LOOPBACK", "false")).requests()).isEmpty();
  }

  @Test
  void both_do_so_as_a_process_too() {
    Pair asProcess = Pair.of("frankfurter", it -> Processes.start(ConnectorMain.class, it));

    asProcess.describeAlike(Map.of());
    assertThat(asProcess.reads(ReadRequest.of("timeSeries"), Map.of()).failure()).isEmpty();
    assertThat(asProcess.calls(CallRequest.of("timeSeries.get")).failure())
        .startsWith("INVALID_REQUEST");
  }
}
