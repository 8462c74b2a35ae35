package dev.connector.spec.conformance.check;

import dev.connector.runtime.settings.RateLimit;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Rig.Observed;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.TimeFormat;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * RATE: how fast a connector asks. Requests are timed from before the first of them was commanded,
 * so that one which is slow on its way never makes a rate look higher than it was.
 */
final class RateChecks {

  /** In milliseconds: what a clock may be put back by while a check runs. */
  private static final int CLOCK = 2;

  private RateChecks() {}

  static List<Check> all() {
    return List.of(
        Rig.check("RATE-1", RateChecks::oneRate),
        Rig.check("RATE-2", RateChecks::twoRates),
        Rig.check("RATE-3", RateChecks::told),
        new Check("RATE-4", RateChecks::cost));
  }

  private static Outcome oneRate(Bench bench) throws Exception {
    Judgement judgement = new Judgement();
    Rig slow = Rig.of(bench, Map.of("rateLimits", "1/1500ms"));
    Future<List<Long>> two = bench.beside(() -> arrivals(slow, 2));
    Rig rig = Rig.of(bench, Map.of("rateLimits", "10/3s/8"));
    rig.observe(); // what a first request takes longer is no rate
    Thread.sleep(1200); // until the bucket is full again
    List<Long> times = arrivals(rig, 11);
    judgement
        .require("requests", 11, times.size())
        .require(times.get(7) < 2000, "a burst of 8 at once, by 10/3s/8", at(times, 7))
        .require(times.get(10) >= 3000 - CLOCK, "no 11th request within 3 s", at(times, 10))
        .saw("by 10/3s/8, of 11 calls side by side the 8th " + at(times, 7))
        .saw("the 11th " + at(times, 10))
        .require("requests by 1/1500ms", 2, two.get().size())
        .require(
            two.get().get(1) >= 1500 - CLOCK,
            "no second request within 1.5 s, by 1/1500ms",
            at(two.get(), 1))
        .saw("by 1/1500ms, the second " + at(two.get(), 1));
    declared(judgement, bench);
    return judgement.outcome(rig.mock(), slow.mock());
  }

  /** When so many calls side by side arrived, in milliseconds from before the first command. */
  private static List<Long> arrivals(Rig rig, int calls) throws Exception {
    int before = rig.requests().size();
    Instant begin = Instant.now();
    for (Future<Transcript> each : rig.start(calls)) {
      each.get();
    }
    return rig.requests().stream()
        .skip(before)
        .map(it -> Duration.between(begin, it.time()).toMillis())
        .sorted()
        .toList();
  }

  private static String at(List<Long> times, int index) {
    return "after " + times.get(index) + " ms";
  }

  private static void declared(Judgement judgement, Bench bench) {
    String declared =
        bench.definition().limits().rates().stream()
            .filter(it -> it.operations().isEmpty())
            .map(it -> it.requests() + " in " + it.per())
            .sorted()
            .collect(Collectors.joining(", "));
    String inForce =
        bench.described().rates().stream()
            .filter(it -> it.operations().isEmpty())
            .map(RateChecks::rate)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!declared.isEmpty()) {
      judgement.expect("rates where none are set", declared, inForce);
    }
  }

  private static String rate(RateLimit rate) {
    return rate.requests() + " in " + rate.per();
  }

  private static Outcome twoRates(Bench bench) throws Exception {
    Rig rig = Rig.of(bench, Map.of("rateLimits", "4/500ms/4,6/3s/5"));
    rig.observe(); // what a first request takes longer is no rate
    Thread.sleep(1600); // until both buckets are full again
    List<Long> times = arrivals(rig, 7);
    return new Judgement()
        .require("requests", 7, times.size())
        .require(
            times.get(4) >= 500 - CLOCK,
            "no 5th request within 500 ms, by 4/500ms beside 6/3s",
            at(times, 4))
        .require(
            times.get(6) >= 3000 - CLOCK,
            "no 7th request within 3 s, by 6/3s beside 4/500ms",
            at(times, 6))
        .saw("by 4/500ms and 6/3s together, the 5th request " + at(times, 4))
        .saw("the 7th " + at(times, 6))
        .outcome(rig.mock());
  }

  /** Each form is waited for, so that they are told side by side, to connectors of their own. */
  private static Outcome told(Bench bench) throws Exception {
    Judgement judgement = new Judgement();
    Rig common = Rig.of(bench, Map.of());
    Rig epoch = Rig.of(bench, Map.of());
    Future<List<Slowed>> forms = bench.beside(() -> common(common));
    Future<Outcome> later = bench.beside(() -> epoch(epoch));
    Optional<Fault> declared = own(bench.definition());
    if (declared.isPresent()) {
      Rig rig = Rig.of(bench, Map.of());
      rig.observe(); // what a first request takes longer is no wait
      // Only now, since it may name a time.
      slowed(rig, "the API's own headers", own(bench.definition()).orElseThrow()).judge(judgement);
    }
    forms.get().forEach(it -> it.judge(judgement));
    if (!judgement.failed() && later.get() instanceof Outcome.Broken broken) {
      return broken;
    }
    return judgement
        .saw("the next request not before X-RateLimit-Reset as epoch")
        .outcome(common.mock());
  }

  private static List<Slowed> common(Rig rig) {
    Duration second = Duration.ofSeconds(1);
    return List.of(
        slowed(rig, "X-RateLimit-Reset in seconds", ReplyFault.Headed.remaining(0, second)),
        slowed(rig, "RateLimit", ReplyFault.Headed.rateLimit(0, second)),
        slowed(
            rig,
            "RateLimit-Remaining",
            new ReplyFault.Headed(Map.of("RateLimit-Remaining", "0", "RateLimit-Reset", "1"))));
  }

  private static Outcome epoch(Rig rig) {
    Instant reset = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
    rig.observe(ReplyFault.Headed.remainingUntil(0, reset));
    Observed next = rig.observe();
    return new Judgement()
        .expect(
            next.succeededAfter(1)
                && !next.requests().get(0).time().isBefore(reset.minusMillis(CLOCK)),
            "the next request not before X-RateLimit-Reset as epoch",
            next.toString())
        .outcome(rig.mock());
  }

  private static Slowed slowed(Rig rig, String form, Fault headers) {
    return new Slowed(form, rig.observe(headers), rig.observe());
  }

  /** The request after an answer that says nothing is left comes a second after it. */
  private record Slowed(String form, Observed first, Observed next) {

    void judge(Judgement judgement) {
      boolean both = first.succeededAfter(1) && next.succeededAfter(1);
      long wait =
          both
              ? Duration.between(first.requests().get(0).time(), next.requests().get(0).time())
                  .toMillis()
              : 0;
      judgement.expect(
          wait >= 1000 - CLOCK,
          "1 s until the next request where " + form + " says that nothing is left for 1 s",
          both ? wait + " ms" : first + "; " + next);
    }
  }

  /** The headers that the definition declares, for the second to come. */
  private static Optional<Fault> own(Definition definition) {
    return definition
        .limits()
        .headers()
        .filter(it -> it.remaining().isPresent() && it.reset().isPresent())
        .filter(it -> it.reset().get().source() instanceof Source.Header)
        .map(
            it ->
                new ReplyFault.Headed(
                    Map.of(
                        it.remaining().get(),
                        "0",
                        ((Source.Header) it.reset().get().source()).name(),
                        reset(it))));
  }

  private static String reset(Limits.LimitHeaders headers) {
    TimeFormat format = headers.reset().orElseThrow().format();
    switch (format) {
      case MILLIS:
        return "1000";
      case SECONDS:
        return "1";
      case EPOCH_MILLIS:
        return String.valueOf(Instant.now().plusSeconds(2).toEpochMilli());
      default:
        return String.valueOf(Instant.now().plusSeconds(3).getEpochSecond());
    }
  }

  private static Outcome cost(Bench bench) {
    return bench.definition().limits().cost().isEmpty()
        ? new Outcome.NotApplicable("no cost of queries is declared")
        : new Outcome.NotChecked("the mock API counts requests and no points");
  }
}
