package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.FaultRule;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * A connector on a mock API that refuses nothing by itself, and one call to make of it over and
 * over.
 */
record Rig(Bench bench, MockApi mock, Connector connector, CallRequest call) {

  /** Long enough for what is to happen at once, on any machine. */
  static final Duration SOON = Duration.ofSeconds(5);

  /** What has to happen sooner or later is waited for, also on a machine that is very busy. */
  private static final Duration LATE = Duration.ofSeconds(20);

  /** Values that keep a check short and let no other rule get in its way. */
  private static final Map<String, String> QUICK =
      Map.of(
          "retryFirstDelay", "1ms",
          "retryMultiplier", "1",
          "breakerFailures", "1000",
          "rateLimits", "100000/1s/50000",
          "closeTimeout", "100ms");

  /** A check that makes a call which changes nothing. */
  static Check check(String rule, Check.Procedure procedure) {
    return new Check(
        rule,
        bench ->
            Probe.safeCall(bench.definition()).isPresent()
                ? procedure.run(bench)
                : new Outcome.NotChecked("no operation can be called with made-up arguments"));
  }

  /** A rig for a call that changes nothing, with values that are well formed. */
  static Rig of(Bench bench, Map<String, String> values) {
    return of(bench, values, Probe.safeCall(bench.definition()).orElseThrow());
  }

  static Rig of(Bench bench, Map<String, String> values, CallRequest call) {
    MockApi mock = bench.patientMock();
    return of(bench, mock, bench.connector(mock, quick(values)), call);
  }

  /** A rig with a program that serves this check alone. */
  static Rig ofProgram(Bench bench, Map<String, String> values) {
    MockApi mock = bench.patientMock();
    return of(
        bench,
        mock,
        bench.program(mock, quick(values)),
        Probe.safeCall(bench.definition()).orElseThrow());
  }

  private static Map<String, String> quick(Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>(QUICK);
    all.putAll(values);
    return all;
  }

  private static Rig of(Bench bench, MockApi mock, Connector connector, CallRequest call) {
    connector.describe(); // what it takes to start is not a part of what is timed
    return new Rig(bench, mock, connector, call);
  }

  /** Makes the call once, the answers to which are spoiled one after the other. */
  Observed observe(Fault... next) {
    for (Fault fault : next) {
      mock.fail(fault.once().onApi());
    }
    return observed();
  }

  /** Makes the call once, all answers to which are spoiled. */
  Observed observeAlways(Fault fault) {
    mock.fail(fault.always().onApi());
    return observed();
  }

  private Observed observed() {
    int before = requests().size();
    Instant begin = Instant.now();
    Transcript transcript = Bench.call(connector, call);
    Duration time = Duration.between(begin, Instant.now());
    List<SeenRequest> all = requests();
    mock.heal();
    return new Observed(transcript, all.subList(before, all.size()), time);
  }

  /** Makes the call beside the check. */
  Future<Transcript> start(Cancellation cancellation) {
    return bench.beside(() -> Bench.call(connector, call, cancellation));
  }

  /** Makes the call so many times, all of them side by side. */
  List<Future<Transcript>> start(int times) {
    List<Future<Transcript>> running = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      running.add(start(new Cancellation()));
    }
    return running;
  }

  void fail(FaultRule rule) {
    mock.fail(rule.onApi());
  }

  /** What was asked of the API itself, in order. */
  List<SeenRequest> requests() {
    return mock.requests().stream()
        .filter(it -> !it.operation().equals(SeenRequest.TOKEN))
        .filter(it -> !it.operation().equals(SeenRequest.AUTHORIZE))
        .toList();
  }

  /** The times between requests in milliseconds, from arrival to arrival. */
  static List<Long> waits(List<SeenRequest> requests) {
    List<Long> waits = new ArrayList<>();
    for (int i = 1; i < requests.size(); i++) {
      waits.add(Duration.between(requests.get(i - 1).time(), requests.get(i).time()).toMillis());
    }
    return waits;
  }

  /** Whether a request has a header with this value. */
  static boolean carries(SeenRequest request, String value) {
    return request.headers().toMultimap().values().stream().anyMatch(it -> it.contains(value));
  }

  /** Waits until something is so, 20 s at most; whether it came to be. */
  static boolean await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LATE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      Thread.sleep(5);
    }
    return true;
  }

  /**
   * What one call gave and what the API saw of it.
   *
   * @param time from the command to its end
   */
  record Observed(Transcript transcript, List<SeenRequest> requests, Duration time) {

    String code() {
      return transcript.code();
    }

    List<Long> waits() {
      return Rig.waits(requests);
    }

    /** Whether it was so many requests and then an error. */
    boolean failedAfter(int count) {
      return requests.size() == count && transcript.error().isPresent();
    }

    /** Whether it was so many requests and then a success. */
    boolean succeededAfter(int count) {
      return requests.size() == count && transcript.error().isEmpty();
    }

    /** In words: {@code 3 requests, then SERVER_ERROR (unavailable)}. */
    @Override
    public String toString() {
      String count = requests.size() + (requests.size() == 1 ? " request" : " requests");
      return count + ", then " + end();
    }

    private String end() {
      return transcript
          .error()
          .map(it -> it.code() + " (" + it.getMessage() + ")")
          .orElse("success");
    }
  }
}
