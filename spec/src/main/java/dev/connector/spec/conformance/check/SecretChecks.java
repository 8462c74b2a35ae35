package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Event;
import dev.connector.runtime.settings.Redactor;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import dev.connector.spec.conformance.mock.fault.WireFault;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** ERR-5: what a connector says while the API says its secrets back. */
final class SecretChecks {

  private SecretChecks() {}

  static Outcome noSecret(Bench bench) {
    Rig rig = Rig.ofProgram(bench, Map.of("maxRetries", "0", "attemptTimeout", "500ms"));
    rig.observe();
    Set<String> secrets = secrets(bench.definition(), rig.mock());
    if (secrets.isEmpty()) {
      return new Outcome.NotApplicable("the connector has no secret");
    }
    Redactor redactor = new Redactor(secrets);
    Judgement judgement = new Judgement();
    Map<String, Fault> faults = new LinkedHashMap<>();
    secrets.forEach(it -> faults.putAll(echoes(bench.definition(), it)));
    faults.put("a closed connection", new WireFault.Disconnect());
    faults.put("no answer", new WireFault.Hang(Duration.ofSeconds(20)));
    int errors = 0;
    for (var fault : faults.entrySet()) {
      rig.fail(fault.getValue().always());
      List<Transcript> commands = commands(rig);
      rig.mock().heal();
      for (Transcript each : commands) {
        errors += each.error().isPresent() ? 1 : 0;
        List<String> revealing = said(each).filter(redactor::reveals).toList();
        judgement.require(
            revealing.isEmpty(),
            "no secret in what is said after " + name(fault.getKey()),
            String.join("; ", revealing));
      }
    }
    List<String> people = Bench.saidToPeople(rig.connector());
    judgement
        .require(
            people.stream().noneMatch(redactor::reveals),
            "no secret on standard error",
            people.stream().filter(redactor::reveals).collect(Collectors.joining("; ")))
        .require(errors > 0, "errors", "none")
        .saw(
            "no secret in "
                + errors
                + " errors nor in the events and lines around them, after "
                + String.join(", ", names(faults)));
    return judgement.outcome(rig.mock());
  }

  private static Set<String> names(Map<String, Fault> faults) {
    return faults.keySet().stream()
        .map(SecretChecks::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Without the number that tells the same fault with different secrets apart. */
  private static String name(String fault) {
    return fault.replaceAll(" #.*", "");
  }

  /** The secret settings, and what they were made into on the way. */
  private static Set<String> secrets(Definition definition, MockApi mock) {
    Set<String> secrets = new LinkedHashSet<>();
    definition.settings().entrySet().stream()
        .filter(it -> it.getValue().secret())
        .map(it -> mock.environment().get(definition.variable(it.getKey())))
        .filter(Objects::nonNull)
        .forEach(secrets::add);
    if (!definition.authentication().isEmpty()) {
      mock.requests().stream()
          .map(SeenRequest::headers)
          .map(it -> it.get("Authorization"))
          .filter(Objects::nonNull)
          .map(it -> it.substring(it.indexOf(' ') + 1))
          .forEach(secrets::add);
    }
    return secrets;
  }

  /** Answers that hold a secret in every place from which it could be quoted. */
  private static Map<String, Fault> echoes(Definition definition, String secret) {
    Map<String, Fault> echoes = new LinkedHashMap<>();
    String number = " #" + secret.hashCode();
    String body = "{\"message\":\"wrong key: " + secret + "\",\"key\":\"" + secret + "\"}";
    for (int status : List.of(400, 401, 403, 500)) {
      echoes.put("a " + status + " that quotes it" + number, Answers.json(status, body));
    }
    echoes.put("malformed JSON that quotes it" + number, Answers.json(200, "{\"x\": " + secret));
    echoes.put(
        "HTML that quotes it" + number,
        new ReplyFault.Answered(502, Map.of("Content-Type", "text/html"), "<p>" + secret + "</p>"));
    echoes.put(
        "a redirect with it as a parameter" + number,
        Fault.redirect(302, "https://elsewhere.example.com/?key=" + secret));
    echoes.put(
        "a redirect with it as user info" + number,
        Fault.redirect(307, "https://user:" + secret + "@elsewhere.example.com/"));
    new ReplyFault.DeclaredError()
        .spoil(Reply.empty(200), definition)
        .map(it -> it.body().replace("refused by the API", "not with " + secret))
        .ifPresent(it -> echoes.put("a declared error" + number, Answers.json(200, it)));
    return echoes;
  }

  private static List<Transcript> commands(Rig rig) {
    List<Transcript> commands = new ArrayList<>();
    commands.add(Bench.call(rig.connector(), rig.call()));
    commands.add(Bench.check(rig.connector()));
    Probe.read(rig.bench().definition())
        .ifPresent(it -> commands.add(Bench.read(rig.connector(), it.limit(1))));
    return commands;
  }

  /** Everything but the API's own data. */
  private static Stream<String> said(Transcript transcript) {
    Stream<String> errors =
        Stream.iterate(
                transcript.error().<Throwable>map(it -> it).orElse(null),
                Objects::nonNull,
                Throwable::getCause)
            .map(Throwable::toString);
    Stream<String> events =
        transcript.events().stream()
            .filter(it -> !(it instanceof Event.Record))
            .map(Object::toString);
    return Stream.concat(errors, events);
  }
}
