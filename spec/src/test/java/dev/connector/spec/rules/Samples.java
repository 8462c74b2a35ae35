package dev.connector.spec.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reports of every kind, for the tests of what is made of them. */
final class Samples {

  static final Instant AT = Instant.parse("2026-02-01T09:30:00Z");
  static final Identity ENGINE = new Identity("acme", "1.2.0", "engine");

  private static final Rules RULES = Rules.load();

  private Samples() {}

  static Finding kept(String rule) {
    return finding(rule, new Outcome.Kept("2 requests, both as declared"));
  }

  static Finding broken(String rule) {
    return finding(
        rule,
        new Outcome.Broken(
            "waits that grow",
            "50 ms, 50 ms, 50 ms",
            List.of("GET /contacts -> 503 at 0 ms", "GET /contacts -> 503 at 50 ms")));
  }

  static Finding notApplicable(String rule) {
    return finding(rule, new Outcome.NotApplicable("it declares no webhooks"));
  }

  static Finding notChecked(String rule) {
    return finding(rule, new Outcome.NotChecked("there is no API description"));
  }

  static Finding finding(String rule, Outcome outcome) {
    return new Finding(RULES.rule(rule), outcome, Duration.ofMillis(1500));
  }

  static Report report(Finding... findings) {
    return new Report(ENGINE, AT, List.of(findings));
  }

  /** A must-rule and a should-rule are broken, and each other outcome occurs on both sides. */
  static Report mixed() {
    return report(
        kept("RETRY-1"),
        broken("RETRY-2"),
        broken("DATA-5"),
        notApplicable("HOOK-1"),
        kept("TRUTH-1"),
        notChecked("TRUTH-2"));
  }

  static Report unchecked() {
    return report(notChecked("REQ-1"), notApplicable("HOOK-1"), notChecked("TRUTH-2"));
  }
}
