package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Webhooks.Verdict;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.Webhooks;
import dev.connector.spec.rules.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HOOK: which deliveries are believed. */
final class HookChecks {

  private HookChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("HOOK-1", HookChecks::signatures), new Check("HOOK-2", HookChecks::once));
  }

  /** Why there is nothing to send; empty where there is. */
  private static Optional<Outcome> unsigned(Bench bench) {
    Optional<Webhooks> webhooks = bench.definition().webhooks();
    if (webhooks.isEmpty()) {
      return Optional.of(new Outcome.NotApplicable("no webhooks are declared"));
    }
    if (!(webhooks.get().verification() instanceof Webhooks.Signature)) {
      return Optional.of(new Outcome.NotApplicable("webhooks are not signed"));
    }
    return Sender.of(bench.definition()).isEmpty()
        ? Optional.of(new Outcome.NotChecked("the kit cannot sign as these webhooks are signed"))
        : Optional.empty();
  }

  private static Connector connector(Bench bench, Sender sender) {
    Map<String, String> values = new LinkedHashMap<>(Probe.QUICK);
    values.putAll(sender.secrets());
    return bench.connector(bench.mock(new MockOptions(1, 1, 1)), values);
  }

  private static Outcome signatures(Bench bench) {
    Optional<Outcome> unsigned = unsigned(bench);
    if (unsigned.isPresent()) {
      return unsigned.get();
    }
    Sender sender = Sender.of(bench.definition()).orElseThrow();
    Connector connector = connector(bench, sender);
    Judgement judgement = new Judgement();
    String event = sender.event().map(Map.Entry::getKey).orElse("");
    Sender.Content news = sender.news(event, "d-1", Instant.now(), "701");
    Sender.Content other = sender.news(event, "d-1", news.sent(), "702");
    String right = sender.signature(news, sender.secret());
    refused(judgement, connector, "without a signature", sender.delivered(news, ""));
    refused(
        judgement,
        connector,
        "signed with another secret",
        sender.delivered(news, sender.signature(news, sender.secret() + "x")));
    refused(judgement, connector, "with another body", sender.delivered(other, right));
    Sender.Content tidied =
        new Sender.Content(event, "d-1", news.sent(), news.body().replace(" :  ", ":").strip());
    refused(judgement, connector, "with its body written anew", sender.delivered(tidied, right));
    refused(
        judgement,
        connector,
        "with the end of its signature cut off",
        sender.delivered(news, right.substring(0, right.length() - 4)));
    if (sender.timestamp().isPresent()) {
      Sender.Content later =
          new Sender.Content(event, "d-1", news.sent().plusSeconds(30), news.body());
      refused(judgement, connector, "with another time stamp", sender.delivered(later, right));
    }
    accepted(judgement, connector.webhook(sender.signed(news)), sender);
    return judgement.outcome();
  }

  private static void accepted(Judgement judgement, DeliveryResult result, Sender sender) {
    judgement.expect("verdict on what is signed rightly", Verdict.ACCEPTED, result.verdict());
    sender
        .event()
        .filter(it -> sender.declared().event().isPresent())
        .ifPresent(
            it ->
                judgement.expect(
                    "changes told",
                    List.of(
                        new DeliveryResult.Change(
                            DeliveryResult.Kind.valueOf(it.getValue().change().name()),
                            it.getValue().resource(),
                            it.getValue().key().stream()
                                .<JsonNode>map(key -> TextNode.valueOf("701"))
                                .toList())),
                    result.changes()));
  }

  private static void refused(
      Judgement judgement, Connector connector, String what, Delivery delivery) {
    Verdict verdict = connector.webhook(delivery).verdict();
    judgement.expect(!verdict.accepted(), "a delivery " + what + " refused", "it was " + verdict);
  }

  private static Outcome once(Bench bench) {
    Optional<Outcome> unsigned = unsigned(bench);
    if (unsigned.isPresent()) {
      return unsigned.get();
    }
    Sender sender = Sender.of(bench.definition()).orElseThrow();
    if (sender.timestamp().isEmpty() && !sender.identified()) {
      return new Outcome.NotApplicable("deliveries have neither a time stamp nor an id");
    }
    Connector connector = connector(bench, sender);
    Judgement judgement = new Judgement();
    String event = sender.event().map(Map.Entry::getKey).orElse("");
    Instant now = Instant.now();
    if (sender.timestamp().isPresent()) {
      Duration tolerance = sender.timestamp().get().tolerance();
      // Far enough from the edge for clocks and machines that are slow.
      Duration off = tolerance.plusMinutes(2);
      for (Instant sent : List.of(now.minus(off), now.plus(off))) {
        Delivery delivery = sender.signed(sender.news(event, "t-" + sent, sent, "701"));
        judgement.expect(
            "verdict on a time " + off + (sent.isBefore(now) ? " ago" : " ahead"),
            Verdict.OUT_OF_TIME,
            connector.webhook(delivery).verdict());
      }
      Instant within = now.minus(tolerance.dividedBy(2));
      judgement.expect(
          "verdict on a time within the tolerance of " + tolerance,
          Verdict.ACCEPTED,
          connector.webhook(sender.signed(sender.news(event, "w", within, "701"))).verdict());
    }
    if (sender.identified()) {
      Delivery delivery = sender.signed(sender.news(event, "d-2", now, "702"));
      judgement
          .expect("first verdict", Verdict.ACCEPTED, connector.webhook(delivery).verdict())
          .expect("second verdict", Verdict.REPEATED, connector.webhook(delivery).verdict());
      Delivery another = sender.signed(sender.news(event, "d-3", now.plusMillis(1), "703"));
      judgement.expect(
          "verdict on another", Verdict.ACCEPTED, connector.webhook(another).verdict());
    }
    return judgement.outcome();
  }
}
