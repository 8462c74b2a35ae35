package dev.connector.spec.conformance.check;

import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.settings.Capacity;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.WireFault;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * REQ-1 to REQ-3: how long a request may last, how it is given up, and how many there are at a
 * time; {@link ContentChecks} has what is in them.
 */
final class RequestChecks {

  private RequestChecks() {}

  static List<Check> all() {
    return List.of(
        Rig.check("REQ-1", RequestChecks::deadline),
        Rig.check("REQ-2", RequestChecks::cancelled),
        Rig.check("REQ-3", RequestChecks::bounded),
        Rig.check("REQ-4", ContentChecks::introduced),
        Rig.check("REQ-5", ContentChecks::correlated),
        Rig.check("REQ-6", ContentChecks::decoded));
  }

  private static Outcome deadline(Bench bench) throws Exception {
    Rig rig = Rig.of(bench, Map.of("attemptTimeout", "400ms", "maxRetries", "0"));
    rig.observe(); // what a first request takes longer is no fault of the server
    Judgement judgement = new Judgement();
    cutOff(judgement, rig, "a body of a byte every 100 ms", new WireFault.Drip(ofMillis(100)));
    cutOff(judgement, rig, "no answer", new WireFault.Hang(Duration.ofSeconds(20)));
    Duration expected = bench.definition().policy().deadline().orElse(Duration.ofSeconds(30));
    return judgement
        .expect(
            "attemptTimeout by default", expected, bench.described().policy().deadlines().attempt())
        .outcome(rig.mock());
  }

  private static void cutOff(Judgement judgement, Rig rig, String what, Fault fault)
      throws Exception {
    rig.fail(fault.once());
    Instant begin = Instant.now();
    Cancellation cancellation = new Cancellation();
    Future<Transcript> running = rig.start(cancellation);
    String end = end(running);
    long time = Duration.between(begin, Instant.now()).toMillis();
    cancellation.cancel();
    judgement
        .require(
            end.equals("TIMEOUT") && time >= 398,
            "TIMEOUT after 400 ms (attemptTimeout) of " + what,
            end + " after " + time + " ms")
        .saw("TIMEOUT after " + time + " ms of " + what + ", where attemptTimeout is 400 ms");
  }

  private static String end(Future<Transcript> running) throws Exception {
    try {
      return running
          .get(Rig.SOON.toMillis(), TimeUnit.MILLISECONDS)
          .code()
          .replace("none", "success");
    } catch (TimeoutException e) {
      return "no end";
    }
  }

  private static Outcome cancelled(Bench bench) throws Exception {
    Rig rig = Rig.of(bench, Map.of("maxConcurrent", "1", "maxRetries", "0"));
    CountDownLatch aborted = new CountDownLatch(1);
    rig.fail(new WireFault.Endless(aborted::countDown).once());
    Cancellation first = new Cancellation();
    Cancellation second = new Cancellation();
    Future<Transcript> sent = rig.start(first);
    Judgement judgement = new Judgement();
    judgement.require(Rig.await(() -> rig.requests().size() == 1), "a request", "none");
    Future<Transcript> waiting = rig.start(second); // for the one slot
    second.cancel();
    judgement.expect("code of a call cancelled as it waits its turn", "CANCELLED", end(waiting));
    first.cancel();
    judgement
        .expect("code of a call cancelled as its answer comes", "CANCELLED", end(sent))
        .expect(
            aborted.await(Rig.SOON.toMillis(), TimeUnit.MILLISECONDS),
            "the connection closed while the answer was being sent",
            "an answer that is still taken " + Rig.SOON.toSeconds() + " s later")
        .expect("code of the next call, for which there is one slot", "success", end(next(rig)));
    return judgement.outcome(rig.mock());
  }

  private static Future<Transcript> next(Rig rig) {
    return rig.start(new Cancellation());
  }

  private static Outcome bounded(Bench bench) throws Exception {
    Map<String, String> values = Map.of("maxConcurrent", "3", "maxWaiting", "4");
    Rig rig = Rig.of(bench, values);
    Hold hold = new Hold(ofMillis(20));
    rig.fail(hold.fault().always());
    List<Future<Transcript>> running = rig.start(9);
    // Two too many fail at once, while the others are in flight or wait.
    boolean refused = Rig.await(() -> running.stream().filter(Future::isDone).count() >= 2);
    boolean full = Rig.await(() -> hold.held() >= 3);
    hold.letGo();
    int served = 0;
    for (Future<Transcript> each : running) {
      served += each.get().code().equals("none") ? 1 : 0;
    }
    Capacity capacity = bench.described().policy().capacity();
    return new Judgement()
        .require(hold.most() <= 3, "3 requests in flight at most", String.valueOf(hold.most()))
        .require(full, "3 requests in flight (maxConcurrent)", String.valueOf(hold.most()))
        .require(
            refused && served == 7,
            "of 9 calls, 7 served and 2 failed at once (maxConcurrent 3, maxWaiting 4)",
            served + " served" + (refused ? "" : " and none failed at once"))
        .saw("of 9 calls side by side 3 at most in flight, 4 waiting, 2 failed at once")
        .expect(
            "maxConcurrent by default",
            bench.definition().limits().concurrency().orElse(10),
            capacity.concurrent())
        .expect("maxWaiting by default", 1000, capacity.waiting())
        .outcome(rig.mock());
  }

  private static Duration ofMillis(long millis) {
    return Duration.ofMillis(millis);
  }
}
