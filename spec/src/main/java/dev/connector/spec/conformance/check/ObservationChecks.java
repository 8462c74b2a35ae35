package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.http.AttemptEvent;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Rig.Observed;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import dev.connector.spec.conformance.mock.fault.WireFault;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OBS-1: the events of attempts. That no secret is in them is a part of ERR-5. */
final class ObservationChecks {

  private ObservationChecks() {}

  static List<Check> all() {
    return List.of(Rig.check("OBS-1", ObservationChecks::oneEventAnAttempt));
  }

  private static Outcome oneEventAnAttempt(Bench bench) {
    CallRequest call = Probe.templatedCall(bench.definition()).orElseThrow();
    Rig rig = Rig.of(bench, Map.of("maxRetries", "2", "retryFirstDelay", "400ms"), call);
    Judgement judgement = new Judgement();
    Observed observed =
        rig.observe(
            Answers.empty(503),
            new WireFault.Disconnect(),
            new WireFault.Hang(Duration.ofMillis(300)));
    List<AttemptEvent> events = observed.transcript().attempts();
    judgement.expect(
        events.size() == 3 && observed.requests().size() == 3,
        "3 events for 3 requests",
        events.size() + " for " + observed.requests().size());
    if (judgement.failed()) {
      return judgement.outcome(rig.mock());
    }
    judgement
        .expect(
            "attempt, status and error in the first two",
            "1 503 SERVER_ERROR, 2 none NETWORK_ERROR",
            told(events.get(0)) + ", " + told(events.get(1)))
        .expect(
            events.get(2).attempt() == 3 && events.get(2).status().isPresent(),
            "attempt 3 with a status in the third",
            told(events.get(2)))
        .expect(
            events.get(2).duration().toMillis() >= 298,
            "a duration of 300 ms and more where the answer took so long",
            events.get(2).duration().toMillis() + " ms");
    long sum = events.stream().mapToLong(it -> it.duration().toMillis()).sum();
    long most = observed.time().toMillis() - 2 * 200;
    judgement.expect(
        sum <= most, "durations without the two waits of 200 ms and more between", sum + " ms");
    Operation operation = Probe.operation(bench.definition(), call);
    for (int i = 0; i < events.size(); i++) {
      AttemptEvent event = events.get(i);
      String endpoint = event.endpoint().method() + " " + event.endpoint().path();
      judgement
          .require("operation in the event", call.operation(), event.endpoint().operation())
          .require("method in the event", operation.request().method(), event.endpoint().method())
          .require(
              event.endpoint().path().endsWith(operation.request().path().text()),
              "a path template like " + operation.request().path().text(),
              endpoint)
          .require(
              Rig.carries(observed.requests().get(i), event.correlationId()),
              "the correlation id of the request in its event",
              "another");
    }
    limit(judgement, rig);
    everyCommand(judgement, rig);
    return judgement.outcome(rig.mock());
  }

  private static String told(AttemptEvent event) {
    String status = event.status().isPresent() ? String.valueOf(event.status().getAsInt()) : "none";
    return event.attempt() + " " + status + " " + event.error().map(Enum::name).orElse("none");
  }

  private static void limit(Judgement judgement, Rig rig) {
    Observed told = rig.observe(ReplyFault.Headed.remaining(40, Duration.ofSeconds(30)));
    long left =
        told.transcript().attempts().stream()
            .mapToLong(it -> it.limit().remaining().orElse(-1))
            .max()
            .orElse(-1);
    judgement.expect(
        left >= 38 && left <= 40,
        "the limit in the event of an answer with X-RateLimit-Remaining: 40",
        left < 0 ? "none" : String.valueOf(left));
  }

  private static void everyCommand(Judgement judgement, Rig rig) {
    int before = rig.requests().size();
    Transcript check = Bench.check(rig.connector());
    Optional<ReadRequest> read = Probe.read(rig.bench().definition());
    int events =
        check.attempts().size()
            + read.map(it -> Bench.read(rig.connector(), it).attempts().size()).orElse(0);
    int requests = rig.requests().size() - before;
    judgement.expect(
        events == requests,
        "an event for each of the " + requests + " requests of a check and a read",
        events + " events");
  }
}
