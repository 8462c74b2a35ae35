package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Scenes.Scene;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.OtherOrigin;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.PageFault;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.rules.Outcome;
import java.util.List;

/** Pages as they should not be. */
final class OddPages {

  /** How often something comes again before it ends, so that a trapped reader comes out. */
  private static final int AGAIN = 20;

  /** How many more requests a reader may need to notice. */
  private static final int REQUESTS = 2;

  private OddPages() {}

  static Outcome survived(Bench bench) {
    Judgement judgement = new Judgement();
    List<Target> paged =
        Target.kinds(bench.definition()).stream().filter(it -> it.paged() && !it.single()).toList();
    if (paged.isEmpty()) {
      return new Outcome.NotApplicable("no resource is read in pages");
    }
    Scenes scenes = Scenes.ofOneList(bench); // of several, the next would be asked for meanwhile
    for (Target target : paged) {
      Scene scene = scenes.of(target, 1);
      scene.fill(target, 3 * scene.size());
      empty(judgement, target, scene);
      trapped(judgement, target, scene, new PageFault.RepeatedCursor(), "the same cursor");
      trapped(judgement, target, scene, new PageFault.RepeatedPage(), "the same page");
      if (judgement.failed()) {
        return judgement.outcome(scene.mock());
      }
    }
    return judgement.outcome();
  }

  private static void empty(Judgement judgement, Target target, Scene scene) {
    MockApi mock = scene.mock();
    int before = mock.spoiled();
    mock.fail(new PageFault.EmptyPage().times(2).on(target.list()).after(1));
    ReadRequest request = target.request(mock);
    Transcript read = Bench.read(scene.connector(), request);
    mock.heal();
    if (mock.spoiled() == before) {
      return; // a page without records is the last where numbers lead on
    }
    judgement
        .require("error after an empty page of " + target.name(), "none", read.code())
        .require(
            "what is wrong after an empty page of " + target.name(),
            "none",
            Expected.of(target, request, mock).difference(read.records()))
        .saw(target.name() + ": went on behind empty pages");
  }

  private static void trapped(
      Judgement judgement, Target target, Scene scene, Fault fault, String what) {
    MockApi mock = scene.mock();
    int spoiled = mock.spoiled();
    int before = mock.requests(target.list()).size();
    mock.fail(fault.times(AGAIN).on(target.list()).after(1));
    Transcript read = Bench.read(scene.connector(), target.request(mock));
    mock.heal();
    if (mock.spoiled() == spoiled) {
      return; // there is no such thing in this way of paging
    }
    int requests = mock.requests(target.list()).size() - before - 2;
    judgement
        .require(
            read.error().isPresent(),
            "an error where " + target.name() + " gave " + what + " again and again",
            "none, and " + read.records().size() + " records")
        .require(
            requests <= REQUESTS,
            "at most " + REQUESTS + " further requests where " + target.name() + " gave " + what,
            requests + " requests")
        .saw(target.name() + ": " + what + " again gave " + read.code());
  }

  static Outcome declaredHosts(Bench bench) {
    Judgement judgement = new Judgement();
    List<Target> linked =
        Target.kinds(bench.definition()).stream()
            .filter(
                it -> {
                  Pagination pagination = it.operation().pagination().orElse(null);
                  return pagination instanceof Pagination.NextLink
                      || pagination instanceof Pagination.LinkHeader;
                })
            .toList();
    if (linked.isEmpty()) {
      return new Outcome.NotApplicable("no pages are linked to each other");
    }
    for (Target target : linked) {
      MockApi mock = bench.mock(new MockOptions(1, 1, 4));
      mock.dataset().refill(target.name(), 8);
      OtherOrigin other = bench.closing(OtherOrigin.start());
      mock.fail(new PageFault.LinkElsewhere(other.origin()).once().on(target.list()));
      Transcript read = Bench.read(bench.connector(mock, Probe.QUICK), target.request(mock));
      judgement
          .require(mock.spoiled() > 0, "a page of " + target.name() + " with a link", "none")
          .require("requests to a host that is not declared", 0, other.requests().size())
          .require(
              read.error().isPresent(),
              "an error where a link of " + target.name() + " leads elsewhere",
              "none, after " + read.records().size() + " records")
          .saw(target.name() + ": a link to a host that is not declared gave " + read.code());
      if (judgement.failed()) {
        return judgement.outcome(mock);
      }
    }
    return judgement.outcome();
  }
}
