package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Rig.Observed;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.WireFault;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/** RETRY: what is tried again, how often, and for how long; {@link WaitChecks} has the waits. */
final class RetryChecks {

  private static final List<Integer> RETRIED = List.of(408, 425, 429, 500, 502, 503, 504);

  /** Without 401, which is about credentials (AUTH-3). */
  private static final List<Integer> FINAL = List.of(400, 403, 404, 405, 409, 410, 412, 422, 451);

  private RetryChecks() {}

  static List<Check> all() {
    return List.of(
        Rig.check("RETRY-1", RetryChecks::whatIsRetried),
        Rig.check("RETRY-2", WaitChecks::growingWaits),
        Rig.check("RETRY-3", WaitChecks::askedWaits),
        Rig.check("RETRY-4", RetryChecks::budget),
        new Check("RETRY-5", RetryChecks::sideEffects),
        new Check("RETRY-6", RetryChecks::errorPage));
  }

  private static Outcome whatIsRetried(Bench bench) {
    Rig rig = Rig.of(bench, Map.of("maxRetries", "2"));
    Judgement judgement = new Judgement();
    Map<String, Fault> passing = passing(bench.definition());
    passing.forEach(
        (name, fault) -> {
          Observed always = rig.observeAlways(fault);
          judgement.require(
              always.failedAfter(3),
              "3 requests, then an error, with 2 retries and " + name + " each time",
              always.toString());
          Observed once = rig.observe(fault);
          judgement.require(
              once.succeededAfter(2), "2 requests, then success, after " + name, once.toString());
        });
    judgement.saw(
        "3 requests and an error with 2 retries, 2 and success where the first failed, of "
            + String.join(", ", passing.keySet()));
    List<Integer> wrong = FINAL.stream().filter(it -> !declared(bench.definition(), it)).toList();
    for (int status : wrong) {
      Observed observed = rig.observeAlways(Answers.empty(status));
      judgement.require(
          observed.failedAfter(1),
          "1 request, then an error, after " + status,
          observed.toString());
    }
    judgement.saw("1 request and an error after each of " + wrong);
    int retries = bench.described().policy().retries().retries();
    int expected = bench.definition().policy().retries().orElse(3);
    return judgement.expect("maxRetries by default", expected, retries).outcome(rig.mock());
  }

  /** What may be over by the next attempt, by what it is called. */
  private static Map<String, Fault> passing(Definition definition) {
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (int status : RETRIED) {
      if (!declared(definition, status)) {
        faults.put(String.valueOf(status), Answers.empty(status));
      }
    }
    faults.put("a closed connection", new WireFault.Disconnect());
    faults.put("a reset connection", new WireFault.Reset());
    faults.put("half a body", new WireFault.Truncated());
    return faults;
  }

  /** Whether the definition gives a status a meaning of its own. */
  static boolean declared(Definition definition, int status) {
    return definition.errors().stream()
        .anyMatch(it -> it.statuses().contains(status) && it.when().isEmpty());
  }

  private static Outcome budget(Bench bench) throws Exception {
    Map<String, String> values =
        new LinkedHashMap<>(
            Map.of("callBudget", "1500ms", "maxRetries", "100", "attemptTimeout", "30s"));
    values.putAll(Map.of("retryFirstDelay", "200ms", "maxConcurrent", "1"));
    Rig rig = Rig.of(bench, values);
    rig.observe(); // what a first request takes longer is not a part of what is timed
    Judgement judgement = new Judgement();
    Observed failing = rig.observeAlways(Answers.empty(503));
    expectInTime(judgement, "100 retries of a 503", failing.code(), failing.time());
    judgement.expect(
        failing.requests().size() > 1, "a retry within the budget", failing.toString());
    rig.fail(new WireFault.Hang(Duration.ofSeconds(20)).always());
    Instant begin = Instant.now();
    // One of them has the only slot and the other waits for it.
    for (Future<Transcript> running : rig.start(2)) {
      String code = running.get().code();
      expectInTime(judgement, "no answer", code, Duration.between(begin, Instant.now()));
      judgement.expect("code after no answer", "TIMEOUT", code);
    }
    Rig paced = Rig.of(bench, Map.of("callBudget", "1500ms", "rateLimits", "1/1h"));
    paced.observe();
    Observed second = paced.observe();
    expectInTime(judgement, "a rate of one an hour", second.code(), second.time());
    Duration expected = bench.definition().policy().budget().orElse(Duration.ofSeconds(60));
    return judgement
        .expect("callBudget by default", expected, bench.described().policy().deadlines().call())
        .outcome(rig.mock(), paced.mock());
  }

  private static void expectInTime(Judgement judgement, String what, String code, Duration time) {
    judgement.expect(
        time.compareTo(Rig.SOON) < 0 && !code.equals("none"),
        "an error within 1.5 s (callBudget) of " + what,
        code.replace("none", "success") + " after " + time.toMillis() + " ms");
  }

  private static Outcome sideEffects(Bench bench) {
    Optional<CallRequest> plain = Probe.changingCall(bench.definition(), false);
    Optional<CallRequest> keyed = Probe.changingCall(bench.definition(), true);
    if (plain.isEmpty() && keyed.isEmpty()) {
      return new Outcome.NotApplicable("no operation has side effects that add up");
    }
    Judgement judgement = new Judgement();
    Map<String, String> values = Map.of("maxRetries", "2");
    if (plain.isPresent()) {
      Outcome outcome = withoutKey(judgement, Rig.of(bench, values, plain.get()));
      if (judgement.failed()) {
        return outcome;
      }
    }
    return keyed.isPresent()
        ? withKey(judgement, Rig.of(bench, values, keyed.get()), bench.definition())
        : judgement.outcome();
  }

  private static Outcome withoutKey(Judgement judgement, Rig rig) {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("a 503", Answers.empty(503));
    faults.put("a closed connection", new WireFault.Disconnect());
    faults.put("half a body", new WireFault.Truncated());
    faults.forEach(
        (name, fault) -> {
          Observed observed = rig.observeAlways(fault);
          boolean retryable =
              observed.transcript().error().filter(it -> it.retryable()).isPresent();
          judgement.require(
              observed.failedAfter(1) && !retryable,
              rig.call().operation() + " sent once, then an error to leave it at, after " + name,
              observed + (retryable ? ", said to be retryable" : ""));
        });
    judgement.saw(rig.call().operation() + " sent once for each of " + faults.keySet());
    return judgement.outcome(rig.mock());
  }

  private static Outcome withKey(Judgement judgement, Rig rig, Definition definition) {
    String header = Probe.operation(definition, rig.call()).effect().idempotencyKey().orElseThrow();
    Observed first = rig.observe(Answers.empty(503), new WireFault.Disconnect());
    Observed second = rig.observe(Answers.empty(503));
    List<String> keys = keys(first, header);
    judgement
        .expect(
            first.succeededAfter(3) && second.succeededAfter(2),
            rig.call().operation() + " sent again, as it has an idempotency key",
            first + "; " + second)
        .expect(
            keys.size() == 1 && !keys.get(0).isBlank(),
            "one " + header + " on all attempts of a call",
            keys.contains("") ? "none" : keys.size() + " different ones")
        .expect(!keys(second, header).equals(keys), "another key for another call", "the same");
    return judgement.outcome(rig.mock());
  }

  /** The different values of a header, empty where it is absent. */
  private static List<String> keys(Observed observed, String header) {
    return observed.requests().stream()
        .map(SeenRequest::headers)
        .map(it -> Optional.ofNullable(it.get(header)).orElse(""))
        .distinct()
        .toList();
  }

  private static Outcome errorPage(Bench bench) {
    if (Probe.read(bench.definition()).isEmpty()) {
      return new Outcome.NotApplicable("nothing can be read without a parent");
    }
    MockApi mock = bench.patientMock();
    Connector connector = bench.connector(mock, Probe.QUICK);
    mock.fail(Fault.badGateway().once().onApi());
    mock.fail(Fault.unavailable().once().onApi());
    Transcript passing = Bench.read(connector, Probe.read(bench).limit(1));
    Judgement judgement =
        new Judgement()
            .expect("error after an HTML 502 and an empty 503", "none", passing.code())
            .expect("records after them", 1, passing.records().size())
            .expect("faulty answers", 2, mock.spoiled());
    for (Fault fault : List.of(Fault.badGateway(), Fault.unavailable())) {
      mock.fail(fault.always().onApi());
      Transcript lasting = Bench.read(connector, Probe.read(bench).limit(1));
      mock.heal();
      judgement
          .expect("code where it lasts", ErrorCode.SERVER_ERROR.name(), lasting.code())
          .expect("records of it", 0, lasting.records().size());
    }
    return judgement.outcome(mock);
  }
}
