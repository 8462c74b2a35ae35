package dev.connector.spec.conformance.check;

import dev.connector.runtime.settings.RetryPolicy;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Rig.Observed;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * RETRY-2 and RETRY-3: how long a connector waits. The mock sees a request arrive before the wait
 * begins and the next one after it has ended, so a machine that is slow makes waits longer here and
 * never shorter.
 */
final class WaitChecks {

  /** The waits before retries without their random factor, as the values of the check make them. */
  private static final List<Integer> DELAYS = List.of(240, 960, 1000, 1000);

  private static final Map<String, String> VALUES =
      Map.of(
          "maxRetries", String.valueOf(DELAYS.size()),
          "retryFirstDelay", "240ms",
          "retryMultiplier", "4",
          "retryMaxDelay", "1s");

  /** Calls that fail side by side, to have waits to compare. */
  private static final int CALLS = 12;

  /** In milliseconds: what a clock may be put back by while a check runs. */
  private static final int CLOCK = 2;

  /** In milliseconds: no machine delays every one of a dozen requests by so much. */
  private static final int SLOW = 200;

  private WaitChecks() {}

  static Outcome growingWaits(Bench bench) throws Exception {
    Rig rig = Rig.of(bench, VALUES);
    rig.fail(Answers.empty(503).always());
    List<List<Long>> calls = new ArrayList<>();
    for (Future<Transcript> running : rig.start(CALLS)) {
      Transcript call = running.get();
      calls.add(Rig.waits(rig.requests().stream().filter(it -> isOf(call, it)).toList()));
    }
    if (calls.stream().anyMatch(it -> it.size() != DELAYS.size())) {
      return new Outcome.NotChecked(
          "calls side by side could not be told apart by their correlation ids (REQ-5), or were"
              + " not retried (RETRY-1)");
    }
    Judgement judgement = new Judgement();
    for (int n = 0; n < DELAYS.size(); n++) {
      int retry = n;
      bounded(judgement, n, calls.stream().map(it -> it.get(retry)).sorted().toList());
    }
    spread(judgement, calls);
    RetryPolicy policy = bench.described().policy().retries();
    return judgement
        .expect("retryFirstDelay by default", Duration.ofSeconds(1), policy.firstDelay())
        .expect("retryMultiplier by default", 2.0, policy.multiplier())
        .expect("retryMaxDelay by default", Duration.ofSeconds(30), policy.maxDelay())
        .outcome(rig.mock());
  }

  private static boolean isOf(Transcript call, SeenRequest request) {
    return call.attempts().stream().anyMatch(it -> Rig.carries(request, it.correlationId()));
  }

  /** Each is at least half the delay, and the shortest of several is not beyond the whole. */
  private static void bounded(Judgement judgement, int n, List<Long> sorted) {
    int delay = DELAYS.get(n);
    long shortest = sorted.get(0);
    String seen = shortest + " to " + sorted.get(sorted.size() - 1) + " ms";
    judgement
        .require(
            shortest >= delay / 2 - CLOCK && shortest <= delay + SLOW,
            "waits before retry " + n + " of " + delay / 2 + " to " + delay + " ms",
            seen)
        .saw("before retry " + n + " " + seen);
  }

  /**
   * What is known of those of a second, in spite of machines that make any of them longer: spread
   * evenly, the shortest of 24 is beyond 750 ms, and four fifths of them take up less than 150 ms,
   * once in millions of times. None is beyond the whole by itself, so only a few are.
   */
  private static void spread(Judgement judgement, List<List<Long>> calls) {
    List<Long> longest =
        calls.stream().flatMap(it -> it.subList(2, it.size()).stream()).sorted().toList();
    int tenth = longest.size() / 10;
    long spread = longest.get(longest.size() - 1 - tenth) - longest.get(tenth);
    long beyond = longest.stream().filter(it -> it > 1100).count();
    judgement
        .require(
            spread >= 150 && longest.get(0) <= 850 && beyond <= longest.size() / 3,
            "waits spread over 500 to 1000 ms",
            longest + " ms")
        .saw("those of a second spread over " + spread + " ms without a fifth at the ends");
  }

  static Outcome askedWaits(Bench bench) {
    Rig rig = Rig.of(bench, Map.of("callBudget", "20s", "retryMaxDelay", "100ms"));
    Judgement judgement = new Judgement();
    Observed seconds = rig.observe(Fault.tooMany(Duration.ofSeconds(1)));
    judgement.expect(
        repeated(seconds) && seconds.waits().get(0) >= 1000 - CLOCK,
        "a wait of at least 1 s after a 429 with Retry-After: 1",
        waited(seconds));
    Instant date = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
    Observed until = rig.observe(refused(503, date));
    judgement.expect(
        repeated(until) && !until.requests().get(1).time().isBefore(date.minusMillis(CLOCK)),
        "no request before the date in Retry-After of a 503",
        waited(until));
    tooLong(judgement, rig, "a 503 with a date", refused(503, Instant.now().plusSeconds(3600)));
    // The last one, as a client may well send nothing at all for as long as this one says.
    tooLong(judgement, rig, "a 429 with seconds", Fault.tooMany(Duration.ofHours(1)));
    return judgement.outcome(rig.mock());
  }

  private static void tooLong(Judgement judgement, Rig rig, String what, Fault fault) {
    Observed observed = rig.observe(fault);
    judgement.expect(
        observed.requests().size() == 1
            && observed.code().equals("RATE_LIMIT")
            && observed.time().compareTo(Rig.SOON) < 0,
        "RATE_LIMIT at once after " + what + " beyond the budget",
        observed + " after " + observed.time().toMillis() + " ms");
  }

  private static boolean repeated(Observed observed) {
    return observed.requests().size() == 2 && observed.code().equals("none");
  }

  private static String waited(Observed observed) {
    return observed + ", waits of " + observed.waits() + " ms";
  }

  private static Fault refused(int status, Instant date) {
    String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
    return new ReplyFault.Answered(status, Map.of("Retry-After", text), "");
  }
}
