package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.rules.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PKG: whether definition and code are about the same thing. */
final class PkgChecks {

  private static final Map<String, String> ONCE =
      Map.of("maxRetries", "0", "rateLimits", "100000/1s/100000", "breakerFailures", "1000");

  private PkgChecks() {}

  static List<Check> all() {
    return List.of(new Check("PKG-4", PkgChecks::agree));
  }

  private static Outcome agree(Bench bench) {
    MockApi mock = bench.mock(new MockOptions(3, 5, 4));
    Connector subject = bench.connector(mock, ONCE);
    Connector engine = bench.engine(mock, ONCE);
    Judgement judgement = new Judgement();
    described(judgement, subject.describe(), engine.describe());
    List<Target> targets = Target.kinds(bench.definition());
    for (Target target : targets) {
      reads(judgement, target, mock, subject, engine);
      if (judgement.failed()) {
        return judgement.outcome(mock);
      }
    }
    if (!targets.isEmpty()) {
      errors(judgement, Probe.read(bench).limit(1), mock, List.of(subject, engine));
    }
    return judgement.outcome(mock);
  }

  private static void described(Judgement judgement, Description got, Description declared) {
    judgement
        .require("name", declared.name(), got.name())
        .require("version", declared.version(), got.version())
        .require("resources", declared.resources(), got.resources())
        .require("settings", declared.settings(), got.settings())
        .require("webhooks", declared.webhooks(), got.webhooks())
        .saw(
            declared.resources().size()
                + " resources and "
                + declared.settings().size()
                + " settings described as declared");
  }

  private static void reads(
      Judgement judgement, Target target, MockApi mock, Connector subject, Connector engine) {
    ReadRequest request = target.request(mock).withCanonical();
    Transcript one = Bench.read(engine, request);
    same(judgement, target.name(), one, Bench.read(subject, request));
    if (!one.states().isEmpty()) {
      // What a state looks like is its connector's own matter; where it leads to is not.
      ReadRequest on = request.state(one.states().get(0));
      same(
          judgement,
          target.name() + " from a checkpoint",
          Bench.read(engine, on),
          Bench.read(subject, on));
    }
    judgement.saw(
        target.name()
            + ": "
            + one.records().size()
            + " records and "
            + one.states().size()
            + " checkpoints as of the definition");
  }

  private static void same(Judgement judgement, String what, Transcript engine, Transcript code) {
    judgement.require("error of " + what, engine.code(), code.code());
    List<String> expected = told(engine);
    List<String> got = told(code);
    for (int i = 0; i < Math.max(expected.size(), got.size()); i++) {
      judgement.require(
          "event " + (i + 1) + " of " + what,
          i < expected.size() ? expected.get(i) : "none",
          i < got.size() ? got.get(i) : "none");
    }
  }

  private static List<String> told(Transcript transcript) {
    List<String> told = new ArrayList<>();
    for (Event event : transcript.events()) {
      if (event instanceof Event.Checkpoint checkpoint) {
        told.add("checkpoint of " + checkpoint.resource());
      } else if (event instanceof Event.Record record) {
        told.add(
            "record "
                + sorted(record.data())
                + record.parent().map(it -> " of " + sorted(it)).orElse("")
                + record.canonical().map(it -> " as " + sorted(it)).orElse("")
                + record.violations().stream().map(it -> " wrong at " + it.path()).toList());
      } else if (!(event instanceof Event.Attempt)) {
        told.add(event.toString());
      }
    }
    return told;
  }

  private static String sorted(JsonNode value) {
    return Expected.plain(value).toString();
  }

  private static void errors(
      Judgement judgement, ReadRequest request, MockApi mock, List<Connector> both) {
    for (int status : List.of(400, 403, 404, 409, 429, 500)) {
      List<String> codes = new ArrayList<>();
      for (Connector connector : both) {
        mock.fail(Fault.status(status).once().onApi());
        codes.add(error(Bench.read(connector, request)));
        mock.heal();
      }
      judgement.require("error after " + status, codes.get(1), codes.get(0));
    }
    List<String> unknown = new ArrayList<>();
    for (Connector connector : both) {
      unknown.add(error(Bench.read(connector, ReadRequest.of("noSuchResource"))));
    }
    judgement
        .require("error of an unknown resource", unknown.get(1), unknown.get(0))
        .saw("the same errors after 400, 403, 404, 409, 429 and 500");
  }

  private static String error(Transcript read) {
    Optional<ApiException> error = read.error();
    return error
        .map(it -> it.code() + ", status " + it.status() + ", retryable " + it.retryable())
        .orElse("none");
  }
}
