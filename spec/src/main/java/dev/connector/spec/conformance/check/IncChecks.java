package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Scenes.Scene;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.conformance.mock.fault.RecordFault;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Records;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** INC: reading only what changed, and losing nothing by it. */
final class IncChecks {

  private static final Outcome FULL =
      new Outcome.NotApplicable("no resource is read incrementally");

  private IncChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("INC-1", IncChecks::checkpoints),
        new Check("INC-2", IncChecks::resumed),
        new Check("INC-3", IncChecks::filtered),
        new Check("INC-4", IncChecks::deletes),
        new Check("INC-5", IncChecks::perParent));
  }

  private static Outcome checkpoints(Bench bench) {
    Judgement judgement = new Judgement();
    Scenes scenes = new Scenes(bench);
    for (Target target : Target.incremental(bench.definition())) {
      Scene scene = scenes.of(target, 1);
      scene.fill(target, 2 * scene.size() + 1);
      Transcript read = Bench.read(scene.connector(), target.request(scene.mock()));
      judgement.require("error reading " + target.name(), "none", read.code());
      paced(judgement, target, read, target.paged() ? scene.size() : atOnce(target, read));
      if (judgement.failed()) {
        return judgement.outcome(scene.mock());
      }
    }
    return Target.incremental(bench.definition()).isEmpty() ? FULL : judgement.outcome();
  }

  /** How many records one request gives where there are no pages: all that a parent has. */
  private static int atOnce(Target target, Transcript read) {
    long deletes = isMarked(target) ? read.of(Event.Delete.class).count() : 0;
    long all = read.records().size() + deletes;
    long parents = read.of(Event.Record.class).map(Event.Record::parent).distinct().count();
    return (int) (all / Math.max(1, parents));
  }

  /** Looks at how many records lie between one checkpoint and the next. */
  private static void paced(Judgement judgement, Target target, Transcript read, int size) {
    List<Integer> between = new ArrayList<>();
    int since = 0;
    for (Event event : read.events()) {
      if (event instanceof Event.Record || event instanceof Event.Delete) {
        since++;
      } else if (event instanceof Event.Checkpoint) {
        between.add(since);
        since = 0;
      }
    }
    List<Integer> pages = between.stream().filter(it -> it > 0).toList();
    String how = "records before each checkpoint of " + target.name() + ": " + between;
    judgement
        .require(since == 0, "a checkpoint behind the last record of " + target.name(), how)
        .require(
            !pages.isEmpty() && pages.get(0) == size,
            "the first checkpoint of " + target.name() + " behind a page of " + size,
            how)
        .require(
            pages.stream().allMatch(it -> it <= size),
            "a checkpoint of " + target.name() + " behind each page of " + size,
            how)
        .saw(how);
  }

  private static Outcome resumed(Bench bench) {
    List<Target> targets = Target.incremental(bench.definition());
    Judgement judgement = new Judgement();
    Scenes scenes = new Scenes(bench);
    for (Target target : targets) {
      Scene scene = scenes.of(target, 1);
      scene.fill(target, 2 * scene.size() + 1);
      JsonPointer cursor = target.incremental().orElseThrow().cursor();
      if (!target.primaryKey().contains(cursor)) {
        // The first page ends between two that changed at once, so that its last value is no end.
        scene.mock().dataset().alike(target.name(), scene.size(), cursor);
      }
      new Resumption(bench, scene, target, target == targets.get(0)).judge(judgement);
      if (judgement.failed()) {
        return judgement.outcome(scene.mock());
      }
    }
    return targets.isEmpty() ? FULL : judgement.outcome();
  }

  private static Outcome filtered(Bench bench) {
    List<Target> targets = Target.incremental(bench.definition());
    Judgement judgement = new Judgement();
    Scenes scenes = new Scenes(bench);
    for (Target target : targets) {
      Scene scene = scenes.of(target, 1);
      scene.fill(target, scene.size() + 1);
      MockApi mock = scene.mock();
      Connector connector = scene.connector();
      ReadRequest request = target.request(mock);
      Transcript first = Bench.read(connector, request);
      judgement.require("error reading " + target.name(), "none", first.code());
      if (first.states().isEmpty()) {
        judgement.require("checkpoints of " + target.name(), "some", "none");
        return judgement.outcome(mock);
      }
      filters(judgement, target, mock, connector, last(first));
      withoutCursor(judgement, target, mock, connector);
      if (judgement.failed()) {
        return judgement.outcome(mock);
      }
    }
    return targets.isEmpty() ? FULL : judgement.outcome();
  }

  private static void filters(
      Judgement judgement, Target target, MockApi mock, Connector connector, JsonNode state) {
    Incremental incremental = target.incremental().orElseThrow();
    ReadRequest request = target.request(mock);
    List<JsonNode> records = new ArrayList<>(mock.dataset().records(target.name()));
    if (isMarked(target)) {
      records.addAll(mock.dataset().archived(target.name()));
    }
    CursorValue reached =
        records.stream()
            .flatMap(it -> CursorValue.of(it, incremental).stream())
            .max(CursorValue::compareTo)
            .orElseThrow();
    if (incremental.filter() == Incremental.Filter.CLIENT || target.parent().isPresent()) {
      return; // the API has no filter to see, or one for each parent (INC-5)
    }
    Optional<CursorValue> sent = sent(target, mock, connector, request.state(state));
    CursorValue latest = reached.minus(incremental.range().lookback().orElse(Duration.ZERO));
    CursorValue earliest = latest.minus(CursorValue.steps(incremental, 2));
    judgement.require(
        sent.filter(it -> !it.isBefore(earliest) && !latest.isBefore(it)).isPresent(),
        "the cursor of " + target.name() + " sent as the filter, " + latest.at(),
        sent.map(it -> it.at().toString()).orElse("no filter"));
    JsonNode older = TextNode.valueOf(records.get(0).at(incremental.cursor()).asText());
    boolean number = records.get(0).at(incremental.cursor()).isNumber();
    mock.fail(
        new RecordFault.OtherValues(
                Map.of(
                    incremental.cursor(), number ? records.get(0).at(incremental.cursor()) : older))
            .once());
    Transcript back = Bench.read(connector, request.state(state));
    mock.heal();
    JsonNode next = back.states().isEmpty() ? state : last(back);
    Optional<CursorValue> again = sent(target, mock, connector, request.state(next));
    judgement
        .require(
            again.filter(it -> !it.isBefore(sent.orElse(it))).isPresent(),
            "a cursor of " + target.name() + " that does not go back when older records come",
            again.map(it -> it.at() + " after " + sent.orElse(it).at()).orElse("no filter"))
        .saw(
            target.name()
                + " was filtered from its last cursor on"
                + incremental.range().lookback().map(it -> ", less " + it).orElse("")
                + ", also after an older record had come");
  }

  private static Optional<CursorValue> sent(
      Target target, MockApi mock, Connector connector, ReadRequest request) {
    int before = mock.requests(target.list()).size();
    Bench.read(connector, request);
    return mock.requests(target.list()).stream()
        .skip(before)
        .findFirst()
        .flatMap(it -> cursor(target, mock, it));
  }

  private static Optional<CursorValue> cursor(Target target, MockApi mock, SeenRequest request) {
    return Optional.ofNullable(mock.values(request).get("cursor"))
        .flatMap(it -> CursorValue.read(it, target.incremental().orElseThrow()));
  }

  private static void withoutCursor(
      Judgement judgement, Target target, MockApi mock, Connector connector) {
    Incremental incremental = target.incremental().orElseThrow();
    Predicate<Records.Shape> named = it -> it instanceof Records.Entries;
    boolean needed =
        target.primaryKey().contains(incremental.cursor())
            || target.operation().answer().records().map(Records::shape).filter(named).isPresent();
    if (needed) {
      return; // a record that lacks its key is another matter (DATA-2)
    }
    ReadRequest request = target.request(mock);
    int there = mock.dataset().records(target.name()).size();
    mock.fail(
        new RecordFault.OtherValues(Map.of(incremental.cursor(), MissingNode.getInstance()))
            .once()
            .on(target.list()));
    Transcript read = Bench.read(connector, request);
    mock.heal();
    long counted = read.status().map(it -> it.counts().withoutCursor()).orElse(0L);
    judgement
        .require("error after a record without its cursor", "none", read.code())
        .require(
            "records of " + target.name() + " with one without its cursor",
            there,
            read.records().size())
        .require("records without a cursor counted", 1L, counted)
        .saw("a record of it without the cursor was kept and counted");
  }

  private static Outcome deletes(Bench bench) {
    List<Target> targets =
        Target.kinds(bench.definition()).stream()
            .filter(it -> it.resource().reading().deletes().isPresent())
            .toList();
    Judgement judgement = new Judgement();
    Scenes scenes = new Scenes(bench);
    for (Target target : targets) {
      Scene scene = scenes.of(target, 3);
      MockApi mock = scene.mock();
      Connector connector = scene.connector();
      ReadRequest request = target.request(mock);
      Transcript first = Bench.read(connector, request);
      judgement.require("error reading " + target.name(), "none", first.code());
      deleted(judgement, target, mock, first, 0);
      JsonNode gone = mock.dataset().records(target.name()).get(0);
      mock.dataset().delete(target.name(), gone);
      boolean going = !first.states().isEmpty();
      Transcript next = Bench.read(connector, going ? request.state(last(first)) : request);
      judgement.require("error reading " + target.name() + " again", "none", next.code());
      deleted(judgement, target, mock, next, 1);
      if (judgement.failed()) {
        return judgement.outcome(mock);
      }
    }
    return targets.isEmpty()
        ? new Outcome.NotApplicable("the API tells of no deletes")
        : judgement.outcome();
  }

  /** Every record the API tells to be gone is reported, at least the last so many of them. */
  private static void deleted(
      Judgement judgement, Target target, MockApi mock, Transcript read, int last) {
    List<JsonNode> archived = mock.dataset().archived(target.name());
    boolean again = last > 0 && !read.states().isEmpty();
    List<List<String>> expected = new ArrayList<>();
    for (JsonNode record : archived) {
      expected.add(target.primaryKey().stream().map(it -> record.at(it).asText()).toList());
    }
    List<List<String>> reported =
        read.of(Event.Delete.class)
            .map(it -> it.key().stream().map(JsonNode::asText).toList())
            .toList();
    List<List<String>> kept =
        read.records().stream()
            .map(record -> target.primaryKey().stream().map(it -> record.at(it).asText()).toList())
            .toList();
    long missing = expected.stream().filter(it -> !reported.contains(it)).count();
    judgement
        .require(
            again ? missing <= expected.size() - last : missing == 0,
            expected.size() + " deletes of " + target.name() + " reported",
            reported.size() + " deletes")
        .require(
            expected.containsAll(reported), "deletes of what is gone alone", reported.toString())
        .require(
            expected.stream().noneMatch(kept::contains),
            "no record of " + target.name() + " that is gone",
            "one")
        .saw(reported.size() + " deletes of " + target.name() + " reported");
  }

  private static Outcome perParent(Bench bench) {
    List<Target> children =
        Target.incremental(bench.definition()).stream()
            .filter(it -> it.parent().isPresent())
            .toList();
    Judgement judgement = new Judgement();
    for (Target target : children) {
      int size = target.pageSize(4);
      MockApi mock = bench.mock(new MockOptions(1, 3, size));
      Connector connector = bench.connector(mock, Probe.QUICK);
      Transcript first = Bench.read(connector, target.request(mock));
      judgement.require("error reading " + target.name(), "none", first.code());
      if (!first.states().isEmpty()) {
        own(judgement, target, mock, connector, first);
      }
      if (judgement.failed()) {
        return judgement.outcome(mock);
      }
    }
    return children.isEmpty()
        ? new Outcome.NotApplicable("no child resource is read incrementally")
        : judgement.saw("how large a state grows with many parents was not tried").outcome();
  }

  /** Each parent's children are filtered by the cursor that these very children reached. */
  private static void own(
      Judgement judgement, Target target, MockApi mock, Connector connector, Transcript first) {
    Incremental incremental = target.incremental().orElseThrow();
    Map<JsonNode, CursorValue> reached = new HashMap<>();
    first
        .of(Event.Record.class)
        .forEach(
            it ->
                CursorValue.of(it.data(), incremental)
                    .ifPresent(
                        value ->
                            reached.merge(
                                it.parent().orElse(MissingNode.getInstance()),
                                value,
                                IncChecks::later)));
    reached.replaceAll(
        (parent, at) -> deleted(target, mock, parent).map(it -> later(it, at)).orElse(at));
    int before = mock.requests(target.list()).size();
    Transcript again = Bench.read(connector, target.request(mock).state(last(first)));
    judgement.require("error reading on", "none", again.code());
    Duration back = incremental.range().lookback().orElse(Duration.ZERO);
    int seen = 0;
    for (SeenRequest request :
        mock.requests(target.list()).subList(before, mock.requests(target.list()).size())) {
      Map<String, String> values = mock.values(request);
      for (var parent : reached.entrySet()) {
        boolean of = isOf(parent.getKey(), values);
        CursorValue latest = parent.getValue().minus(back);
        CursorValue earliest = latest.minus(CursorValue.steps(incremental, 2));
        Optional<CursorValue> sent = cursor(target, mock, request);
        if (of) {
          seen++;
          judgement.require(
              sent.filter(it -> !it.isBefore(earliest) && !latest.isBefore(it)).isPresent(),
              "the cursor of the parent " + parent.getKey() + ", " + latest.at(),
              sent.map(it -> it.at().toString()).orElse("no filter"));
        }
      }
    }
    judgement
        .require("parents whose children were asked for again", reached.size(), seen)
        .saw(target.name() + ": " + seen + " parents, each with the cursor of its own children");
  }

  /** When the last of a parent's children was deleted, where reading them tells of it. */
  private static Optional<CursorValue> deleted(Target target, MockApi mock, JsonNode parent) {
    if (!isMarked(target)) {
      return Optional.empty();
    }
    return mock.dataset().stored(target.name()).stream()
        .filter(it -> it.deleted() && isOf(parent, it.scope()))
        .flatMap(it -> CursorValue.of(it.record(), target.incremental().orElseThrow()).stream())
        .reduce(IncChecks::later);
  }

  private static boolean isOf(JsonNode parent, Map<String, String> values) {
    return parent.properties().stream()
        .allMatch(it -> it.getValue().asText().equals(values.get(it.getKey())));
  }

  /** Whether the records that are gone come with the others. */
  private static boolean isMarked(Target target) {
    return target.resource().reading().deletes().orElse(null) instanceof Deletes.Marked;
  }

  private static CursorValue later(CursorValue one, CursorValue other) {
    return one.isBefore(other) ? other : one;
  }

  static JsonNode last(Transcript read) {
    return read.states().get(read.states().size() - 1);
  }
}
