package dev.connector.spec.conformance.check;

import static java.util.stream.Collectors.joining;

import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Scenes.Scene;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.rules.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** PAGE: every record, no request too many, and no end that is not one. */
final class PageChecks {

  /** More than what lies between a process and its reader: a pipe and two buffers. */
  private static final int PIPE = 160_000;

  /** A window of more results would take too long to fill. */
  private static final int LARGE = 1000;

  private PageChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("PAGE-1", PageChecks::everyRecord),
        new Check("PAGE-2", PageChecks::asNeeded),
        new Check("PAGE-3", OddPages::survived),
        new Check("PAGE-4", OddPages::declaredHosts),
        new Check("PAGE-5", PageChecks::incomplete));
  }

  private static Outcome everyRecord(Bench bench) {
    Judgement judgement = new Judgement();
    List<Target> kinds = Target.kinds(bench.definition());
    if (kinds.isEmpty()) {
      return new Outcome.NotApplicable("no resource is read as a list");
    }
    Scenes scenes = new Scenes(bench);
    for (Target target : kinds) {
      Scene scene = scenes.of(target, 1);
      int size = scene.size();
      List<Integer> counts =
          target.single() ? List.of(1) : List.of(2 * size, 2 * size + 1, size, 1, 0);
      for (int count : counts) {
        scene.fill(target, count);
        complete(judgement, target, scene);
        if (judgement.failed()) {
          return judgement.outcome(scene.mock());
        }
      }
      judgement.saw(
          target.name() + ": " + counts + " records, all, once, in order" + pages(target, size));
    }
    return others(bench, judgement, scenes);
  }

  /** The resources that are read as others are: all of them once. */
  private static Outcome others(Bench bench, Judgement judgement, Scenes scenes) {
    List<Target> others = new ArrayList<>(Target.all(bench.definition()));
    others.removeAll(Target.kinds(bench.definition()));
    for (Target target : others) {
      Scene scene = scenes.of(target, 3);
      complete(judgement, target, scene);
      if (judgement.failed()) {
        return judgement.outcome(scene.mock());
      }
    }
    return others.isEmpty()
        ? judgement.outcome()
        : judgement
            .saw("3 records each of " + others.stream().map(Target::name).collect(joining(", ")))
            .outcome();
  }

  private static void complete(Judgement judgement, Target target, Scene scene) {
    ReadRequest request = target.request(scene.mock());
    Expected expected = Expected.of(target, request, scene.mock());
    Transcript read = Bench.read(scene.connector(), request);
    String what = " reading " + expected.size() + " records of " + target.name();
    judgement
        .require("error" + what, "none", read.code())
        .require("wrong" + what, "none", expected.difference(read.records()))
        .require(
            "why it ended before the end" + what,
            Optional.empty(),
            read.status().flatMap(Event.Status::incomplete));
  }

  private static Outcome asNeeded(Bench bench) throws InterruptedException {
    Judgement judgement = new Judgement();
    List<Target> lists = lists(bench);
    if (lists.isEmpty()) {
      return new Outcome.NotApplicable("no resource is read as a list");
    }
    Scenes scenes = new Scenes(bench);
    for (Target target : lists) {
      Scene scene = scenes.of(target, 1);
      int size = scene.size();
      scene.fill(target, 3 * size);
      for (int limit : List.of(1, size, size + 1)) {
        limited(judgement, target, limit, scene);
      }
      if (judgement.failed()) {
        return judgement.outcome(scene.mock());
      }
      judgement.saw(
          target.name()
              + ": "
              + List.of(1, size, size + 1)
              + " records in no more requests than they need"
              + pages(target, size));
    }
    Optional<Target> paged =
        lists.stream()
            .filter(it -> it.paged() && it.parent().isEmpty())
            .max(Comparator.comparingInt(it -> it.pageSize(PIPE)));
    return paged.isPresent() ? lazily(bench, judgement, paged.get()) : judgement.outcome();
  }

  /**
   * While the first record is held, no further page is fetched, as far as can be seen: a process
   * cannot know that what it writes is not read before the pipe between is full.
   */
  private static Outcome lazily(Bench bench, Judgement judgement, Target target)
      throws InterruptedException {
    MockApi sample = bench.mock(new MockOptions(1, 1, 1));
    int length = sample.dataset().records(target.name()).get(0).toString().length();
    int size = target.pageSize(PIPE / length + 1);
    int ahead = PIPE / (size * length);
    int pages = ahead + 4;
    MockApi mock = bench.mock(new MockOptions(1, 1, size));
    mock.dataset().refill(target.name(), pages * size);
    int requests =
        Held.requests(
            bench.connector(mock, Probe.QUICK), target.request(mock), mock, target.list());
    return judgement
        .expect(
            requests > 0 && requests <= 1 + ahead,
            "while the first record of "
                + target.name()
                + " is held, no page but the first"
                + (ahead > 0 ? " and the " + ahead + " that a pipe holds" : ""),
            requests + " of " + pages + " pages")
        .outcome(mock);
  }

  private static List<Target> lists(Bench bench) {
    return Target.kinds(bench.definition()).stream().filter(it -> !it.single()).toList();
  }

  private static Outcome incomplete(Bench bench) {
    Judgement judgement = new Judgement();
    List<Target> lists = lists(bench);
    if (lists.isEmpty()) {
      return new Outcome.NotApplicable("no resource is read as a list");
    }
    Scenes scenes = new Scenes(bench);
    for (Target target : lists) {
      Scene scene = scenes.of(target, 1);
      int size = scene.size();
      scene.fill(target, 2 * size);
      ReadRequest request = target.request(scene.mock());
      int there = Expected.of(target, request, scene.mock()).size();
      for (int limit : List.of(size, size + 1)) {
        Transcript cut = Bench.read(scene.connector(), request.limit(limit));
        judgement.require(
            "how a read of " + limit + " of " + there + " " + target.name() + " ended",
            Optional.of(Event.Reason.LIMIT),
            cut.status().flatMap(Event.Status::incomplete));
      }
      Transcript all = Bench.read(scene.connector(), request.limit(2L * there));
      judgement
          .require(
              "why a read of all " + target.name() + " is incomplete",
              Optional.of(Optional.empty()),
              all.status().map(Event.Status::incomplete))
          .saw(target.name() + ": a limit that left some was reported, one that left none was not");
      if (judgement.failed()) {
        return judgement.outcome(scene.mock());
      }
    }
    return windows(bench, judgement);
  }

  private static Outcome windows(Bench bench, Judgement judgement) {
    for (Target target : Target.kinds(bench.definition())) {
      Optional<Pagination.Window> window =
          target.operation().pagination().flatMap(Pagination::window);
      if (window.isEmpty()) {
        continue;
      }
      int results = window.get().results();
      if (results > LARGE) {
        judgement.saw("the window of " + results + " " + target.name() + " was not filled");
        continue;
      }
      MockApi mock = bench.mock(new MockOptions(1, 1, target.pageSize(results)));
      mock.dataset().refill(target.name(), results + 5);
      ReadRequest request = target.request(mock);
      Transcript read = Bench.read(bench.connector(mock, Probe.QUICK), request);
      Expected all = Expected.of(target, request, mock);
      Optional<Event.Reason> why = read.status().flatMap(Event.Status::incomplete);
      boolean worked = all.difference(read.records()).equals("none") && why.isEmpty();
      boolean told =
          all.first(results).difference(read.records()).equals("none")
              && why.equals(Optional.of(Event.Reason.WINDOW));
      judgement.expect(
          read.error().isEmpty() && (worked || told),
          all.size()
              + " "
              + target.name()
              + ", of which one query gives "
              + results
              + ": all of them read, or the end reported as incomplete",
          read.records().size() + " records, error " + read.code() + ", incomplete " + why);
      if (judgement.failed()) {
        return judgement.outcome(mock);
      }
    }
    return judgement.outcome();
  }

  private static void limited(Judgement judgement, Target target, int limit, Scene scene) {
    MockApi mock = scene.mock();
    ReadRequest request = target.request(mock).limit(limit);
    Expected expected = Expected.of(target, request, mock).first(limit);
    long before = mock.requests(target.list()).size();
    Transcript read = Bench.read(scene.connector(), request);
    long requests = mock.requests(target.list()).size() - before;
    int needed = target.paged() ? (limit + scene.size() - 1) / scene.size() : 1;
    String what = " with the limit " + limit + " on " + target.name();
    judgement
        .require("error" + what, "none", read.code())
        .require("wrong" + what, "none", expected.difference(read.records()))
        .require("requests" + what, (long) needed, requests);
  }

  private static String pages(Target target, int size) {
    return target.paged() ? ", in pages of " + size : "";
  }
}
