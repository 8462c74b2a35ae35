package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Rig.Observed;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import dev.connector.spec.conformance.mock.fault.WireFault;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.ErrorRule;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/** ERR-1, ERR-2 and ERR-4: that errors are noticed, and for what they are. */
final class ErrorChecks {

  private static final List<Integer> NO_SUCCESS = List.of(300, 400, 404, 409, 500, 503);

  private ErrorChecks() {}

  static List<Check> all() {
    return List.of(
        Rig.check("ERR-1", ErrorChecks::neverData),
        Rig.check("ERR-2", ErrorChecks::codes),
        Rig.check("ERR-3", ErrorDetailChecks::complete),
        Rig.check("ERR-4", ErrorChecks::unreadable),
        Rig.check("ERR-5", SecretChecks::noSecret));
  }

  private static Outcome neverData(Bench bench) {
    Rig rig = Rig.of(bench, Map.of("maxRetries", "0"));
    Judgement judgement = new Judgement();
    Observed good = rig.observe();
    Optional<JsonNode> data = good.transcript().result().map(it -> it.data());
    if (data.isEmpty()) {
      return judgement.require(false, "data to tell errors from", good.toString()).outcome();
    }
    for (int status : NO_SUCCESS) {
      Observed observed = rig.observe(Answers.json(status, data.get().toString()));
      judgement.require(
          observed.failedAfter(1),
          "an error for " + status + ", whatever is in its body",
          observed.toString());
    }
    judgement.saw("an error for a call that gets data with any of " + NO_SUCCESS);
    Optional<ReadRequest> read = Probe.pagedRead(bench.definition());
    read.ifPresent(it -> neverEnds(judgement, rig, it));
    return judgement.outcome(rig.mock());
  }

  /** A read whose second request fails gives what came before, and then an error. */
  private static void neverEnds(Judgement judgement, Rig rig, ReadRequest read) {
    int all = Bench.read(rig.connector(), read).records().size();
    for (int status : NO_SUCCESS) {
      for (int after = 0; after < 2; after++) {
        int before = rig.mock().spoiled();
        rig.fail(Answers.empty(status).always().after(after));
        Transcript transcript = Bench.read(rig.connector(), read);
        int spoiled = rig.mock().spoiled() - before;
        rig.mock().heal();
        boolean ended = transcript.status().isPresent() || transcript.error().isEmpty();
        boolean early = after == 0 || transcript.records().size() < all;
        judgement.require(
            (!ended && early) || spoiled == 0,
            "an error and no status for a read that gets " + status + " as answer " + (after + 1),
            transcript.records().size()
                + " records, "
                + transcript.code()
                + (ended ? ", said to have ended well" : ""));
      }
    }
    judgement.saw(
        "a read of " + read.resource() + " ends with an error for each of them, first or second");
  }

  private static Outcome codes(Bench bench) throws Exception {
    Rig rig = Rig.of(bench, Map.of("maxRetries", "0", "attemptTimeout", "3s"));
    rig.observe();
    Codes codes = new Codes(new Judgement(), new LinkedHashMap<>());
    codes(bench.definition())
        .forEach(
            (status, code) ->
                codes.expect("a " + status, code, rig.observeAlways(Answers.empty(status))));
    ErrorCode lost = ErrorCode.NETWORK_ERROR;
    codes.expect("a closed connection", lost, rig.observe(new WireFault.Disconnect()));
    codes.expect("a reset connection", lost, rig.observe(new WireFault.Reset()));
    codes.expect("half a body", lost, rig.observe(new WireFault.Truncated()));
    Fault hang = new WireFault.Hang(Duration.ofSeconds(20));
    codes.expect("no answer", ErrorCode.TIMEOUT, rig.observe(hang));
    Fault malformed = Answers.json(200, "{\"unfinished\":");
    codes.expect("malformed JSON", ErrorCode.PARSING_ERROR, rig.observe(malformed));
    CallRequest unknown = CallRequest.of(resource(rig) + ".doesNotExist");
    codes.expect(
        "an unknown operation", ErrorCode.UNSUPPORTED, Bench.call(rig.connector(), unknown));
    codes.expect("a cancel", ErrorCode.CANCELLED, cancelled(rig));
    Rig failing = Rig.of(bench, Map.of("maxRetries", "0", "breakerFailures", "1"));
    failing.observe(Answers.empty(503));
    codes.expect("an open breaker", ErrorCode.CIRCUIT_OPEN, failing.observe());
    Connector wrong = bench.connector(rig.mock(), Map.of("maxRetries", "wrong"));
    codes.expect("a malformed setting", ErrorCode.INVALID_CONFIG, Bench.call(wrong, rig.call()));
    return codes.outcome(rig);
  }

  /** The codes that faults gave. */
  private record Codes(Judgement judgement, Map<ErrorCode, List<String>> seen) {

    void expect(String fault, ErrorCode code, Observed observed) {
      expect(fault, code, observed.transcript());
    }

    void expect(String fault, ErrorCode code, Transcript transcript) {
      judgement.require("code after " + fault, code.name(), transcript.code());
      seen.computeIfAbsent(code, it -> new ArrayList<>()).add(fault);
    }

    Outcome outcome(Rig rig) {
      seen.forEach((code, faults) -> judgement.saw(code + " after " + String.join(", ", faults)));
      return judgement.outcome(rig.mock());
    }
  }

  /** What each status means, where the definition does not say something else. */
  private static Map<Integer, ErrorCode> codes(Definition definition) {
    Map<Integer, ErrorCode> codes = new LinkedHashMap<>();
    codes.put(400, ErrorCode.INVALID_REQUEST);
    codes.put(401, ErrorCode.AUTH_FAILED);
    codes.put(403, ErrorCode.FORBIDDEN);
    codes.put(404, ErrorCode.NOT_FOUND);
    codes.put(409, ErrorCode.CONFLICT);
    codes.put(422, ErrorCode.INVALID_REQUEST);
    codes.put(429, ErrorCode.RATE_LIMIT);
    codes.put(500, ErrorCode.SERVER_ERROR);
    codes.put(502, ErrorCode.SERVER_ERROR);
    codes.put(503, ErrorCode.SERVER_ERROR);
    codes.put(504, ErrorCode.SERVER_ERROR);
    for (ErrorRule rule : definition.errors()) {
      if (rule.when().isEmpty()) {
        rule.code().ifPresent(code -> rule.statuses().forEach(it -> codes.put(it, code)));
      }
    }
    return codes;
  }

  private static Transcript cancelled(Rig rig) throws Exception {
    Hold hold = new Hold(Duration.ZERO);
    rig.fail(hold.fault().once());
    Cancellation cancellation = new Cancellation();
    Future<Transcript> running = rig.start(cancellation);
    Rig.await(() -> hold.held() == 1);
    cancellation.cancel();
    Transcript transcript = running.get();
    hold.letGo();
    return transcript;
  }

  private static String resource(Rig rig) {
    return rig.call().operation().substring(0, rig.call().operation().indexOf('.'));
  }

  private static Outcome unreadable(Bench bench) {
    Rig rig = Rig.of(bench, Map.of("maxRetries", "0"));
    Judgement judgement = new Judgement();
    Observed malformed = rig.observe(Answers.json(200, "{\"excerpt-4711\": [1, 2"));
    String message = malformed.transcript().error().map(ApiException::getMessage).orElse("");
    judgement.expect(
        malformed.code().equals("PARSING_ERROR") && message.contains("excerpt-4711"),
        "PARSING_ERROR with an excerpt after malformed JSON in a 200",
        malformed.toString());
    Observed page =
        rig.observe(
            new ReplyFault.Answered(
                200, Map.of("Content-Type", "text/html"), "<html>Please log in</html>"));
    judgement.expect("code after HTML in a 200", "PARSING_ERROR", page.code());
    Probe.read(bench.definition())
        .ifPresent(
            it -> {
              rig.fail(new ReplyFault.Malformed().always());
              Transcript read = Bench.read(rig.connector(), it);
              rig.mock().heal();
              judgement
                  .expect("code of a read after half of the JSON", "PARSING_ERROR", read.code())
                  .require("records of it", 0, read.records().size());
            });
    Optional<ErrorRule> declared =
        bench.definition().errors().stream().filter(it -> it.when().isPresent()).findFirst();
    declared.ifPresent(it -> disguised(judgement, rig, it));
    return judgement.outcome(rig.mock());
  }

  private static void disguised(Judgement judgement, Rig rig, ErrorRule rule) {
    Observed observed = rig.observe(new ReplyFault.DeclaredError());
    int status = rule.statuses().isEmpty() ? 200 : rule.statuses().get(0);
    String code =
        rule.code().orElse(status < 300 ? ErrorCode.INVALID_REQUEST : ErrorCode.of(status)).name();
    String message = observed.transcript().error().map(ApiException::getMessage).orElse("");
    judgement.expect(
        observed.code().equals(code)
            && (rule.message().isEmpty() || message.contains("refused by the API")),
        code + " after a " + status + " with the declared form of an error, in the API's words",
        observed.toString());
  }
}
