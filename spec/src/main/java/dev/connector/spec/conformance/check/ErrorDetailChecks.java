package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.check.Rig.Observed;
import dev.connector.spec.conformance.mock.fault.WireFault;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.rules.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ERR-3: what stands on an error. */
final class ErrorDetailChecks {

  private ErrorDetailChecks() {}

  static Outcome complete(Bench bench) {
    CallRequest call = Probe.templatedCall(bench.definition()).orElseThrow();
    Rig rig = Rig.of(bench, Map.of("maxRetries", "2", "retryFirstDelay", "40ms"), call);
    Judgement judgement = new Judgement();
    details(judgement, rig, rig.observeAlways(Answers.empty(503)), 3, true);
    details(judgement, rig, rig.observeAlways(Answers.empty(404)), 1, false);
    Observed lost = rig.observeAlways(new WireFault.Disconnect());
    Optional<Throwable> cause = lost.transcript().error().map(Throwable::getCause);
    judgement.expect(cause.isPresent(), "a cause after a closed connection", "none");
    Optional<CallRequest> changing = Probe.changingCall(bench.definition(), false);
    changing.ifPresent(
        it -> {
          Rig writing = Rig.of(bench, Map.of("maxRetries", "0"), it);
          Observed observed = writing.observe(Answers.empty(503));
          judgement.expect(
              observed.transcript().error().filter(error -> !error.retryable()).isPresent(),
              "not retryable after a 503 for " + it.operation(),
              "retryable");
        });
    return judgement.outcome(rig.mock());
  }

  private static void details(
      Judgement judgement, Rig rig, Observed observed, int attempts, boolean retryable) {
    if (observed.transcript().error().isEmpty() || observed.requests().size() != attempts) {
      judgement.require(false, attempts + " requests, then an error", observed.toString());
      return;
    }
    ApiException error = observed.transcript().error().get();
    Operation operation = Probe.operation(rig.bench().definition(), rig.call());
    int status = attempts > 1 ? 503 : 404;
    List<String> wrong = new ArrayList<>();
    note(wrong, "message", String.valueOf(error.getMessage()), !blank(error.getMessage()));
    note(wrong, "status", error.status(), error.status().orElse(0) == status);
    note(wrong, "retryable", error.retryable(), error.retryable() == retryable);
    String id = error.correlationId();
    boolean sent = !blank(id) && Rig.carries(observed.requests().get(0), id);
    note(wrong, "correlation id", id, sent);
    note(wrong, "operation", error.operation(), error.operation().equals(rig.call().operation()));
    note(wrong, "method", error.method(), error.method().equals(operation.request().method()));
    String template = operation.request().path().text();
    note(wrong, "path template", error.path(), error.path().endsWith(template));
    note(wrong, "attempts", error.attempts(), error.attempts() == attempts);
    long least = observed.waits().stream().mapToLong(it -> it).sum() * 9 / 10 - 20;
    long took = error.duration().toMillis();
    note(wrong, "duration", took + " ms", took >= least && took <= observed.time().toMillis() + 2);
    judgement.expect(
        wrong.isEmpty(),
        "message, status, retryable, correlation id, operation, method, path template, attempts"
            + " and duration on the error after "
            + status,
        String.join(", ", wrong));
  }

  private static void note(List<String> wrong, String what, Object got, boolean right) {
    if (!right) {
      wrong.add(what + " " + got);
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
