package dev.connector.spec.conformance.check;

import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Rig.Observed;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.WireFault;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/** BREAK: when a server that fails is left alone, and how it is tried again. */
final class BreakerChecks {

  private static final Fault DOWN = Answers.empty(503);

  private BreakerChecks() {}

  static List<Check> all() {
    return List.of(
        Rig.check("BREAK-1", BreakerChecks::opens),
        Rig.check("BREAK-2", BreakerChecks::staysOpen),
        Rig.check("BREAK-3", BreakerChecks::isTried));
  }

  private static Outcome opens(Bench bench) {
    Rig rig =
        Rig.of(bench, Map.of("breakerFailures", "3", "breakerOpen", "60s", "maxRetries", "1"));
    Judgement judgement = new Judgement();
    for (int status : List.of(404, 404, 404, 429, 429)) {
      rig.observe(Answers.empty(status), Answers.empty(status));
    }
    expectSuccess(judgement, rig.observe(), 1, "three 404 and four 429 in a row");
    rig.observe(DOWN, DOWN);
    expectSuccess(judgement, rig.observe(), 1, "2 failed attempts");
    Observed two = rig.observe(DOWN, new WireFault.Disconnect());
    judgement.expect(
        two.failedAfter(2), "2 attempts that fail after one that did not", two.toString());
    Observed third = rig.observe(Answers.empty(500), DOWN);
    judgement.expect(
        third.failedAfter(1), "no attempt after the third failed one in a row", third.toString());
    expectRefused(judgement, rig.observe());
    return judgement
        .expect("breakerFailures by default", 5, bench.described().policy().breaker().failures())
        .outcome(rig.mock());
  }

  private static void expectSuccess(
      Judgement judgement, Observed observed, int requests, String after) {
    judgement.expect(
        observed.succeededAfter(requests), "success after " + after, observed.toString());
  }

  private static void expectRefused(Judgement judgement, Observed observed) {
    judgement.expect(
        observed.requests().isEmpty() && observed.code().equals("CIRCUIT_OPEN"),
        "CIRCUIT_OPEN without a request while it is open",
        observed.toString());
  }

  private static Outcome staysOpen(Bench bench) throws Exception {
    Rig rig =
        Rig.of(bench, Map.of("breakerFailures", "2", "breakerOpen", "1500ms", "maxRetries", "0"));
    Judgement judgement = new Judgement();
    Instant opened = open(rig, 2);
    List<Observed> refused = new ArrayList<>();
    Observed next = rig.observe();
    for (; next.requests().isEmpty() && next.code().equals("CIRCUIT_OPEN"); next = rig.observe()) {
      refused.add(next);
      if (Duration.between(opened, Instant.now()).compareTo(Duration.ofSeconds(15)) > 0) {
        return judgement.expect("an attempt after 1.5 s", "some", "none in 15 s").outcome();
      }
      Thread.sleep(10);
    }
    if (next.requests().isEmpty()) {
      return judgement.expect("code while it is open", "CIRCUIT_OPEN", next.code()).outcome();
    }
    Duration quiet = Duration.between(opened, next.requests().get(0).time());
    Duration fastest =
        refused.stream().map(Observed::time).min(Duration::compareTo).orElse(Rig.SOON);
    return judgement
        .require(
            quiet.toMillis() >= 1498,
            "no request for 1.5 s (breakerOpen)",
            "one after " + quiet.toMillis() + " ms")
        .require(
            !refused.isEmpty() && fastest.toMillis() < 500,
            "CIRCUIT_OPEN at once meanwhile",
            refused.size() + " times, after " + fastest.toMillis() + " ms at best")
        .saw(
            refused.size()
                + " calls got CIRCUIT_OPEN at once and no request arrived for "
                + quiet.toMillis()
                + " ms, where breakerOpen is 1500 ms")
        .expect(
            "breakerOpen by default",
            Duration.ofSeconds(60),
            bench.described().policy().breaker().open())
        .outcome(rig.mock());
  }

  /** Lets it fail until it is open; the time at which the last failed attempt arrived. */
  private static Instant open(Rig rig, int failures) {
    Observed last = null;
    for (int i = 0; i < failures; i++) {
      last = rig.observe(DOWN);
    }
    return last.requests().isEmpty() ? Instant.now() : last.requests().get(0).time();
  }

  private static Outcome isTried(Bench bench) throws Exception {
    Rig rig =
        Rig.of(
            bench,
            Map.of(
                "breakerFailures", "2",
                "breakerOpen", "1500ms",
                "breakerTrials", "3",
                "maxRetries", "0"));
    Judgement judgement = new Judgement();
    open(rig, 2);
    Observed good = trial(rig);
    judgement.require(good.succeededAfter(1), "a first trial that succeeds", good.toString());
    Observed bad = rig.observe(DOWN);
    judgement.require(bad.failedAfter(1), "a second trial that fails", bad.toString());
    expectRefused(judgement, rig.observe());
    judgement.saw("open again at once when the second of three trials failed");
    if (!judgement.failed()) {
      sideBySide(judgement, rig);
    }
    return judgement
        .expect("breakerTrials by default", 3, bench.described().policy().breaker().trials())
        .outcome(rig.mock());
  }

  /** The first call that is let through once it has been open for long enough. */
  private static Observed trial(Rig rig) throws InterruptedException {
    Observed next = rig.observe();
    for (int i = 0; i < 500 && next.requests().isEmpty(); i++) {
      Thread.sleep(10);
      next = rig.observe();
    }
    return next;
  }

  private static long done(List<Future<Transcript>> running) {
    return running.stream().filter(Future::isDone).count();
  }

  private static void sideBySide(Judgement judgement, Rig rig) throws Exception {
    Hold hold = new Hold(Duration.ZERO);
    rig.fail(hold.fault().always());
    List<Future<Transcript>> running = new ArrayList<>();
    boolean tried =
        Rig.await(
            () -> {
              running.addAll(rig.start(1));
              return hold.held() > 0;
            });
    // The trials are under way, or some of them; of these many more, all but a few are too many.
    running.addAll(rig.start(8));
    int started = running.size();
    boolean decided = Rig.await(() -> done(running) + hold.held() == started);
    int passed = hold.held();
    hold.letGo();
    int refused = 0;
    for (Future<Transcript> each : running) {
      refused += each.get().code().equals("CIRCUIT_OPEN") ? 1 : 0;
    }
    rig.mock().heal();
    judgement
        .require(tried, "trial calls after 1.5 s", "none")
        .expect(
            decided && passed <= 3 && refused == started - passed,
            "at most 3 trial calls side by side, CIRCUIT_OPEN for all others",
            passed + " requests and " + refused + " refused of " + started);
    while (passed < 3 && !judgement.failed()) {
      passed++;
      Observed more = rig.observe();
      judgement.require(more.succeededAfter(1), "another trial call", more.toString());
    }
    for (Future<Transcript> each : rig.start(8)) {
      judgement.require("code once the trials have succeeded", "none", each.get().code());
    }
    judgement.saw("8 calls side by side pass once the trials have succeeded");
  }
}
