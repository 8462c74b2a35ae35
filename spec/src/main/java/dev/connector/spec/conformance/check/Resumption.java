package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Scenes.Scene;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.definition.Incremental;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a target as if it had been killed, wherever, and had gone on from its last checkpoint. */
final class Resumption {

  /** How many times a read is really cut off, which for a process means a start each. */
  private static final int KILLS = 3;

  private final Bench bench;
  private final MockApi mock;
  private final Target target;
  private final ReadRequest request;
  private final Connector connector;
  private boolean alone;

  /**
   * @param alone whether the first one to be killed is a program that serves nobody else
   */
  Resumption(Bench bench, Scene scene, Target target, boolean alone) {
    this.bench = bench;
    this.alone = alone;
    this.mock = scene.mock();
    this.target = target;
    this.request = target.request(mock);
    this.connector = scene.connector();
  }

  void judge(Judgement judgement) {
    Transcript whole = Bench.read(connector, request);
    judgement.require("error reading " + target.name(), "none", whole.code());
    List<Event> events =
        whole.events().stream().filter(it -> !(it instanceof Event.Attempt)).toList();
    List<Integer> begins = new ArrayList<>(List.of(0));
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Event.Checkpoint) {
        begins.add(i + 1);
      }
    }
    int kills = 0;
    for (int i = 0; i < begins.size() && !judgement.failed(); i++) {
      int begin = begins.get(i);
      int end = i + 1 < begins.size() ? begins.get(i + 1) - 1 : events.size();
      boolean kill = end < events.size() && i * KILLS / begins.size() >= kills;
      List<Event> taken = kill ? killed(judgement, events, end) : events.subList(0, end);
      kills += kill ? 1 : 0;
      resumed(judgement, taken, begin);
    }
    if (whole.states().size() > 1) {
      changed(judgement, events.subList(0, begins.get(1)));
    }
    judgement.saw(
        "%s: ended at each of %d events, %d times for good, and resumed, also with data changed: nothing lost, no more repeated than a page"
                .formatted(target.name(), events.size(), kills)
            + lookback().map(it -> " and " + it).orElse(""));
  }

  /** Reads once more and kills the reader. */
  private List<Event> killed(Judgement judgement, List<Event> events, int end) {
    Connector victim =
        alone ? bench.program(mock, Probe.QUICK) : bench.connector(mock, Probe.QUICK);
    alone = false;
    Transcript killed = Crash.after(end, victim, request);
    judgement.require("events until it was killed", end, killed.events().size());
    return killed.events();
  }

  /**
   * Goes on behind the last checkpoint.
   *
   * @param taken what came until it was killed
   * @param begin where in that the checkpoint ends: between that and the end, each place to be
   *     killed at has the same checkpoint
   */
  private void resumed(Judgement judgement, List<Event> taken, int begin) {
    Optional<JsonNode> state =
        taken.subList(0, begin).stream()
            .filter(Event.Checkpoint.class::isInstance)
            .map(it -> ((Event.Checkpoint) it).state())
            .reduce((earlier, later) -> later);
    Transcript rest = Bench.read(connector, state.map(request::state).orElse(request));
    String where = ", killed after " + taken.size() + " events of " + target.name();
    judgement.require("error going on" + where, "none", rest.code());

    Expected expected = Expected.of(target, request, mock);
    Set<JsonNode> safe = comparable(expected, records(taken.subList(0, begin)));
    Set<JsonNode> found = comparable(expected, rest.records());
    long lost =
        expected.records().stream()
            .map(expected::comparable)
            .filter(it -> !safe.contains(it) && !found.contains(it))
            .count();
    judgement.require("records lost" + where, 0L, lost);

    Optional<CursorValue> again = again(records(taken.subList(0, begin)));
    Set<JsonNode> before = comparable(expected, records(taken));
    long repeated =
        rest.records().stream()
            .filter(it -> before.contains(expected.comparable(it)))
            .filter(
                it -> again.isEmpty() || cursor(it).map(v -> v.isBefore(again.get())).orElse(true))
            .count();
    int page = target.paged() ? target.pageSize(4) : expected.size();
    judgement.require(
        repeated <= page,
        "at most one page of " + page + " repeated" + where,
        repeated + " records repeated");
  }

  /**
   * Goes on after others have changed the data.
   *
   * @param taken what came before, with a checkpoint at its end
   */
  private void changed(Judgement judgement, List<Event> taken) {
    List<JsonNode> before = records(taken);
    boolean keyed = target.primaryKey().contains(incremental().cursor());
    mock.dataset().add(target.name());
    if (!keyed && !before.isEmpty()) {
      mock.dataset().touch(target.name(), before.get(0));
    }
    JsonNode state = ((Event.Checkpoint) taken.get(taken.size() - 1)).state();
    Transcript rest = Bench.read(connector, request.state(state));
    // What changed behind a reader's back may be due only the next time.
    Transcript next =
        rest.states().isEmpty() ? rest : Bench.read(connector, request.state(IncChecks.last(rest)));
    Expected expected = Expected.of(target, request, mock);
    Set<JsonNode> found = comparable(expected, before);
    found.addAll(comparable(expected, rest.records()));
    found.addAll(comparable(expected, next.records()));
    List<JsonNode> lost =
        expected.records().stream().filter(it -> !found.contains(expected.comparable(it))).toList();
    judgement
        .require("error of " + target.name() + " after changes", "none", rest.code())
        .require(
            "records of " + target.name() + " lost where data changed in between", 0, lost.size());
  }

  /** From which cursor value on records may come again whatever was handed over. */
  private Optional<CursorValue> again(List<JsonNode> handedOver) {
    return handedOver.stream()
        .flatMap(it -> cursor(it).stream())
        .max(CursorValue::compareTo)
        .map(it -> it.minus(lookback().orElse(Duration.ZERO)));
  }

  private Optional<CursorValue> cursor(JsonNode record) {
    return CursorValue.of(record, incremental());
  }

  private Optional<Duration> lookback() {
    return incremental().range().lookback();
  }

  private Incremental incremental() {
    return target.incremental().orElseThrow();
  }

  private static List<JsonNode> records(List<Event> events) {
    return events.stream()
        .filter(Event.Record.class::isInstance)
        .map(it -> ((Event.Record) it).data())
        .toList();
  }

  private static Set<JsonNode> comparable(Expected expected, List<JsonNode> records) {
    Set<JsonNode> all = new HashSet<>();
    records.forEach(it -> all.add(expected.comparable(it)));
    return all;
  }
}
