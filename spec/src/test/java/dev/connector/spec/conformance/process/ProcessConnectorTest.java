package dev.connector.spec.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A connector says the same from within this process and from one of its own. */
class ProcessConnectorTest {

  private static final Path FOLDER = Path.of("..", "registry", "connectors", "frankfurter");
  private static final EventSink NOBODY = event -> {};

  private static ConnectorFolder folder;
  private static MockApi api;
  private static ProcessConnector process;

  @BeforeAll
  static void start() {
    folder = ConnectorFolder.read(FOLDER);
    api = MockApi.start(folder.definition(), folder.schemas(), MockOptions.standard());
    process = ProcessConnector.start(command(api.environment()));
  }

  @AfterAll
  static void stop() {
    process.close();
    api.close();
    assertThat(process.standardError()).contains("started");
  }

  @Test
  void itDescribesItself() {
    try (Engine engine = engine()) {
      assertThat(process.describe()).isEqualTo(engine.describe());
    }
  }

  @Test
  void itReadsTheSameEvents() {
    try (Engine engine = engine()) {
      for (String resource : List.of("currencies", "latest", "timeSeries")) {
        List<Event> here = read(engine, ReadRequest.of(resource));
        assertThat(read(process, ReadRequest.of(resource))).isEqualTo(here);
        assertThat(here).hasSizeGreaterThan(2);
      }
    }
  }

  @Test
  void whatIsKilledSaysNothingMore() {
    ProcessConnector doomed = ProcessConnector.start(command(api.environment()));
    List<Event> events = new ArrayList<>();

    assertThatThrownBy(
            () ->
                doomed.read(
                    ReadRequest.of("timeSeries"),
                    event -> {
                      events.add(event);
                      if (event instanceof Event.Record) {
                        doomed.kill();
                      }
                    },
                    new Cancellation()))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("killed");

    assertThat(events).filteredOn(Event.Record.class::isInstance).hasSize(1);
    assertThatThrownBy(doomed::describe).hasMessageContaining("killed");
    doomed.close();
  }

  @Test
  void aCallAndItsErrorComeBackWhole() {
    CallRequest day =
        CallRequest.of("timeSeries.get").argument("date", TextNode.valueOf("1800-01-01"));
    try (Engine engine = engine()) {
      assertThat(process.call(CallRequest.of("latest.get"), NOBODY, new Cancellation()).data())
          .isEqualTo(engine.call(CallRequest.of("latest.get"), NOBODY, new Cancellation()).data());
      ApiException there = failure(process, day);
      ApiException here = failure(engine, day);
      assertThat(there.code()).isEqualTo(here.code());
      assertThat(there).hasMessage(here.getMessage());
      assertThat(there.operation()).isEqualTo(here.operation());
      assertThat(there.status()).isEqualTo(here.status());
    }
  }

  @Test
  void aClosedConnectorSaysSoUntilItsInputEnds() {
    ProcessConnector closing = ProcessConnector.start(command(api.environment()));

    closing.askToClose();
    closing.askToClose();

    assertThatThrownBy(() -> closing.check(NOBODY, new Cancellation()))
        .isInstanceOfSatisfying(
            ApiException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.CANCELLED));
    closing.close();
    closing.close();
  }

  @Test
  void onlyTheGivenEnvironmentCounts() {
    Map<String, String> wrong = new LinkedHashMap<>(api.environment());
    wrong.put("FRANKFURTER_START", "soon");
    try (ProcessConnector connector = ProcessConnector.start(command(wrong))) {
      assertThatThrownBy(() -> connector.check(NOBODY, new Cancellation()))
          .hasMessageContaining("FRANKFURTER_START");
    }
  }

  private static ProcessCommand command(Map<String, String> environment) {
    return ReplayingProcess.command(EngineProcess.class, environment, FOLDER.toString());
  }

  private static Engine engine() {
    return new Engine(folder.definition(), folder.schemas(), api.environment());
  }

  private static ApiException failure(Connector connector, CallRequest request) {
    try {
      connector.call(request, NOBODY, new Cancellation());
      throw new AssertionError("no failure");
    } catch (ApiException failure) {
      return failure;
    }
  }

  /** All but the attempts, which tell of times and ids. */
  private static List<Event> read(Connector connector, ReadRequest request) {
    List<Event> events = new ArrayList<>();
    connector.read(request, events::add, new Cancellation());
    events.removeIf(Event.Attempt.class::isInstance);
    return events;
  }
}
