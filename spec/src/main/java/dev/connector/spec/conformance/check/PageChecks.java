package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.rules.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PAGE: every record, no request too many, and no end that is not one. */
final class PageChecks {

  private PageChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("PAGE-1", PageChecks::everyRecord), new Check("PAGE-2", PageChecks::asNeeded));
  }

  private static Outcome everyRecord(Bench bench) {
    Judgement judgement = new Judgement();
    List<Target> kinds = Target.kinds(bench.definition());
    if (kinds.isEmpty()) {
      return new Outcome.NotApplicable("no resource is read as a list");
    }
    for (Target target : kinds) {
      int size = target.pageSize(4);
      MockApi mock = bench.mock(new MockOptions(1, 2, size));
      Connector connector = bench.connector(mock, Probe.QUICK);
      List<Integer> counts =
          target.single() ? List.of(1) : List.of(2 * size, 2 * size + 1, size, 1, 0);
      for (int count : counts) {
        mock.dataset().refill(target.name(), count);
        complete(judgement, target, connector, mock);
        if (judgement.failed()) {
          return judgement.outcome(mock);
        }
      }
      judgement.saw(
          target.name() + ": " + counts + " records, all, once, in order" + pages(target, size));
    }
    return others(bench, judgement, kinds);
  }

  /** The resources that are read as others are: all of them once. */
  private static Outcome others(Bench bench, Judgement judgement, List<Target> kinds) {
    MockApi mock = bench.mock(new MockOptions(2, 3, 10));
    Connector connector = bench.connector(mock, Probe.QUICK);
    List<Target> others =
        Target.all(bench.definition()).stream().filter(it -> !kinds.contains(it)).toList();
    others.forEach(it -> complete(judgement, it, connector, mock));
    if (!others.isEmpty()) {
      judgement.saw("3 records each of " + String.join(", ", names(others).toList()));
    }
    return judgement.outcome(mock);
  }

  private static void complete(
      Judgement judgement, Target target, Connector connector, MockApi mock) {
    ReadRequest request = target.request(mock);
    Expected expected = Expected.of(target, request, mock);
    Transcript read = Bench.read(connector, request);
    String what = " reading " + expected.size() + " records of " + target.name();
    judgement
        .require("error" + what, "none", read.code())
        .require("wrong" + what, "none", expected.difference(read.records()))
        .require(
            "why it ended before the end" + what,
            Optional.empty(),
            read.status().flatMap(Event.Status::incomplete));
  }

  private static Outcome asNeeded(Bench bench) {
    Judgement judgement = new Judgement();
    List<Target> lists =
        Target.kinds(bench.definition()).stream().filter(it -> !it.single()).toList();
    if (lists.isEmpty()) {
      return new Outcome.NotApplicable("no resource is read as a list");
    }
    for (Target target : lists) {
      int size = target.pageSize(4);
      MockApi mock = bench.mock(new MockOptions(1, 3 * size, size));
      Connector connector = bench.connector(mock, Probe.QUICK);
      for (int limit : List.of(1, size, size + 1)) {
        limited(judgement, target, limit, connector, mock);
      }
      if (judgement.failed()) {
        return judgement.outcome(mock);
      }
      judgement.saw(
          target.name()
              + ": "
              + List.of(1, size, size + 1)
              + " records in no more requests than they need"
              + pages(target, size));
    }
    return judgement.outcome();
  }

  private static void limited(
      Judgement judgement, Target target, int limit, Connector connector, MockApi mock) {
    ReadRequest request = target.request(mock).limit(limit);
    Expected expected = Expected.of(target, request, mock).first(limit);
    long before = mock.requests(target.list()).size();
    Transcript read = Bench.read(connector, request);
    long requests = mock.requests(target.list()).size() - before;
    int size = target.pageSize(4);
    int needed = target.paged() ? (limit + size - 1) / size : 1;
    String what = " with the limit " + limit + " on " + target.name();
    judgement
        .require("error" + what, "none", read.code())
        .require("wrong" + what, "none", expected.difference(read.records()))
        .require("requests" + what, (long) needed, requests);
  }

  private static String pages(Target target, int size) {
    return target.paged() ? ", in pages of " + size : "";
  }

  private static Stream<String> names(List<Target> targets) {
    return targets.stream().map(Target::name);
  }
}
