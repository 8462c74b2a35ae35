package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Setting;
import dev.connector.spec.engine.Credentials;
import dev.connector.spec.rules.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** LIFE-1: what is said of settings that are missing or malformed. */
final class SettingChecks {

  /**
   * Nothing that a number, a duration, a rate or any sensible pattern allows; short, as nobody
   * takes it for a secret then.
   */
  private static final String MALFORMED = "<no-4711>";

  private static final List<String> POLICY =
      List.of(
          "attemptTimeout",
          "callBudget",
          "closeTimeout",
          "maxRetries",
          "retryFirstDelay",
          "retryMultiplier",
          "retryMaxDelay",
          "breakerFailures",
          "breakerOpen",
          "breakerTrials",
          "maxConcurrent",
          "maxWaiting",
          "maxBodyBytes",
          "rateLimits");

  private SettingChecks() {}

  static Outcome beforeTheNetwork(Bench bench) {
    Definition definition = bench.definition();
    MockApi mock = bench.patientMock();
    Judgement judgement = new Judgement();
    Set<String> required = new LinkedHashSet<>();
    Set<String> shaped = new LinkedHashSet<>();
    definition
        .settings()
        .forEach(
            (name, it) -> {
              if (it.required()) {
                required.add(name);
              }
              if (refuses(it)) {
                shaped.add(name);
              }
            });
    report(judgement, bench, mock, new Wrong("missing", required, List.of()));
    report(judgement, bench, mock, Wrong.malformed(shaped));
    report(judgement, bench, mock, Wrong.malformed(new LinkedHashSet<>(POLICY)));
    report(judgement, bench, mock, Wrong.malformed(Set.of("baseUrl")));
    credentials(judgement, bench, mock);
    return judgement.expect("requests before the report", 0, mock.requests().size()).outcome(mock);
  }

  private static boolean refuses(Setting setting) {
    return !setting.values().isEmpty()
        || setting.pattern().filter(it -> !Pattern.matches(it, MALFORMED)).isPresent();
  }

  /** Some settings with a value that they may not have, or without any. */
  private record Wrong(String how, Set<String> names, List<String> value) {

    static Wrong malformed(Set<String> names) {
      return new Wrong("malformed", names, List.of(MALFORMED));
    }

    Connector start(Bench bench, MockApi mock) {
      Map<String, String> environment = new LinkedHashMap<>(mock.environment());
      Map<String, String> values = new LinkedHashMap<>();
      for (String name : names) {
        environment.remove(bench.definition().variable(name));
        value.forEach(it -> values.put(name, it));
      }
      return value.isEmpty()
          ? bench.program(environment, values)
          : bench.connector(environment, values);
    }
  }

  /** Each of them is named, by whatever command comes first. */
  private static void report(Judgement judgement, Bench bench, MockApi mock, Wrong wrong) {
    if (wrong.names().isEmpty() || judgement.failed()) {
      return;
    }
    for (Transcript each : commands(bench, wrong.start(bench, mock))) {
      String message = message(each);
      List<String> unnamed =
          wrong.names().stream()
              .map(bench.definition()::variable)
              .filter(it -> !message.contains(it))
              .toList();
      judgement
          .require("code where settings are " + wrong.how(), "INVALID_CONFIG", each.code())
          .require(
              unnamed.isEmpty(),
              "a message that names each of " + wrong.names() + ", which are " + wrong.how(),
              "one without " + unnamed + ": " + message)
          .require(!text(each).contains(MALFORMED), "no value of a setting in a message", message);
    }
    judgement.saw("INVALID_CONFIG that names " + wrong.names() + " where " + wrong.how());
  }

  /** Without the settings of any way to authenticate, those of at least one are named. */
  private static void credentials(Judgement judgement, Bench bench, MockApi mock) {
    Set<String> names = new LinkedHashSet<>();
    for (AuthenticationScheme scheme : bench.definition().authentication()) {
      if (Credentials.of(scheme).isEmpty()) {
        return;
      }
      names.addAll(Credentials.of(scheme));
    }
    names.removeIf(it -> bench.definition().settings().get(it).defaultValue().isPresent());
    if (names.isEmpty() || judgement.failed()) {
      return;
    }
    Wrong missing = new Wrong("missing", names, List.of());
    for (Transcript each : commands(bench, missing.start(bench, mock))) {
      judgement
          .require("code without credentials", "INVALID_CONFIG", each.code())
          .require(
              names.stream()
                  .anyMatch(it -> message(each).contains(bench.definition().variable(it))),
              "a message that names a setting to authenticate with",
              message(each));
    }
    judgement.saw("INVALID_CONFIG that names credentials where there are none");
  }

  private static List<Transcript> commands(Bench bench, Connector connector) {
    List<Transcript> commands = new ArrayList<>(List.of(Bench.check(connector)));
    Probe.safeCall(bench.definition()).ifPresent(it -> commands.add(Bench.call(connector, it)));
    Probe.read(bench.definition()).ifPresent(it -> commands.add(Bench.read(connector, it)));
    return commands;
  }

  private static String message(Transcript transcript) {
    return transcript.error().map(ApiException::getMessage).orElse("");
  }

  /** All that the error says, its causes included. */
  private static String text(Transcript transcript) {
    StringBuilder text = new StringBuilder();
    Stream.iterate(
            transcript.error().<Throwable>map(it -> it).orElse(null),
            it -> it != null,
            Throwable::getCause)
        .forEach(text::append);
    return text.toString();
  }
}
