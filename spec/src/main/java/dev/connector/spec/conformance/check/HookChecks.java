package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Webhooks.Verdict;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.mock.Deliveries;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.Webhooks;
import dev.connector.spec.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** HOOK: which deliveries are believed. */
final class HookChecks {

  private HookChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("HOOK-1", HookChecks::signatures), new Check("HOOK-2", HookChecks::once));
  }

  /** What has to be there to send a delivery. */
  private record Post(
      MockApi mock, Connector connector, Optional<Webhooks.Signature> signature, String event) {

    static Post on(Bench bench, Optional<Webhooks.Signature> signature, String event) {
      MockApi mock = bench.mock(new MockOptions(1, 1, 1));
      return new Post(mock, bench.connector(mock, Probe.QUICK), signature, event);
    }

    Deliveries deliveries() {
      return mock.deliveries();
    }

    Optional<Webhooks.Timestamp> timestamp() {
      return signature.flatMap(Webhooks.Signature::timestamp);
    }

    Verdict verdict(Delivery delivery) {
      return connector.webhook(delivery).verdict();
    }
  }

  private interface Examination {
    Outcome of(Post post, Webhooks webhooks);
  }

  /** Examines what can be sent, or says why nothing can. */
  private static Outcome posting(Bench bench, Examination examination) {
    Optional<Webhooks> webhooks = bench.definition().webhooks();
    if (webhooks.isEmpty()) {
      return new Outcome.NotApplicable("no webhooks are declared");
    }
    Webhooks.Verification verification = webhooks.get().verification();
    if (verification instanceof Webhooks.Unsigned) {
      return new Outcome.NotApplicable("webhooks are not signed");
    }
    Optional<Webhooks.Signature> signature =
        Optional.of(verification)
            .filter(Webhooks.Signature.class::isInstance)
            .map(Webhooks.Signature.class::cast);
    Optional<String> event = webhooks.get().events().keySet().stream().findFirst();
    if (event.isEmpty()) {
      return new Outcome.NotChecked("no event is declared, so there is nothing to send");
    }
    return examination.of(Post.on(bench, signature, event.get()), webhooks.get());
  }

  private static Outcome signatures(Bench bench) {
    return posting(bench, HookChecks::signatures);
  }

  private static Outcome signatures(Post post, Webhooks webhooks) {
    Judgement judgement = new Judgement();
    Deliveries deliveries = post.deliveries();
    String header = deliveries.header();
    refused(judgement, post, "without a signature", deliveries.unsigned(post.event()));
    refused(judgement, post, "signed with another secret", deliveries.forged(post.event()));
    Delivery right = deliveries.right(post.event());
    if (post.signature().isPresent()) {
      refused(judgement, post, "with a space more in its body", deliveries.altered(post.event()));
      refused(
          judgement,
          post,
          "with another value in its body",
          body(right, it -> it.replaceFirst("\"delivery\":(\\d)", "\"delivery\":9$1")));
    }
    refused(
        judgement,
        post,
        "with the end of its signature cut off",
        header(right, header, it -> it.substring(0, it.length() - 4)));
    if (post.timestamp().filter(it -> it.source() instanceof Source.Header).isPresent()) {
      refused(judgement, post, "with the time stamp of another", deliveries.redated(post.event()));
    }
    if (post.signature().filter(it -> it.place().field().isPresent()).isPresent()) {
      Verdict twice = post.verdict(deliveries.signedTwice(post.event()));
      judgement.expect("verdict on one with a second signature", Verdict.ACCEPTED, twice);
    }
    accepted(judgement, post.connector().webhook(right), post, webhooks);
    return judgement.saw("how long comparing takes cannot be seen from outside").outcome();
  }

  private static void refused(Judgement judgement, Post post, String what, Delivery delivery) {
    Verdict verdict = post.verdict(delivery);
    judgement.expect(!verdict.accepted(), "a delivery " + what + " refused", "it was " + verdict);
  }

  private static void accepted(
      Judgement judgement, DeliveryResult result, Post post, Webhooks webhooks) {
    judgement.expect("verdict on what is signed rightly", Verdict.ACCEPTED, result.verdict());
    if (webhooks.event().isEmpty()) {
      return;
    }
    Webhooks.Event event = webhooks.events().get(post.event());
    JsonNode record = post.mock().dataset().records(event.resource()).get(0);
    List<String> key =
        post.mock().dataset().resource(event.resource()).record().primaryKey().stream()
            .map(it -> record.at(it).asText())
            .limit(event.key().size())
            .toList();
    judgement.expect(
        "what it tells",
        List.of(event.change().name() + " " + event.resource() + " " + key),
        result.changes().stream()
            .map(
                it ->
                    it.kind()
                        + " "
                        + it.resource()
                        + " "
                        + it.key().stream().map(JsonNode::asText).toList())
            .toList());
  }

  private static Outcome once(Bench bench) {
    return posting(bench, HookChecks::once);
  }

  private static Outcome once(Post post, Webhooks webhooks) {
    Optional<Webhooks.Timestamp> timestamp = post.timestamp();
    boolean identified = webhooks.deliveryId().isPresent();
    if (timestamp.isEmpty() && !identified) {
      return new Outcome.NotApplicable("deliveries have neither a time stamp nor an id");
    }
    Judgement judgement = new Judgement();
    Deliveries deliveries = post.deliveries();
    if (timestamp.isPresent()) {
      Duration tolerance = timestamp.get().tolerance();
      // Far enough from the edge for clocks and machines that are slow.
      Duration off = tolerance.plusMinutes(2);
      Duration within = tolerance.dividedBy(2);
      judgement
          .expect(
              "verdict on a time " + off + " ago",
              Verdict.OUT_OF_TIME,
              post.verdict(deliveries.old(post.event(), off)))
          .expect(
              "verdict on a time " + off + " ahead",
              Verdict.OUT_OF_TIME,
              post.verdict(deliveries.old(post.event(), off.negated())))
          .expect(
              "verdict on a time " + within + " ago",
              Verdict.ACCEPTED,
              post.verdict(deliveries.old(post.event(), within)));
    }
    if (identified) {
      Delivery delivery = deliveries.right(post.event());
      judgement
          .expect("first verdict", Verdict.ACCEPTED, post.verdict(delivery))
          .expect("second verdict", Verdict.REPEATED, post.verdict(delivery))
          .expect(
              "verdict on another", Verdict.ACCEPTED, post.verdict(deliveries.right(post.event())));
    }
    return judgement.outcome();
  }

  private static Delivery body(Delivery right, UnaryOperator<String> change) {
    String body = change.apply(new String(right.body(), StandardCharsets.UTF_8));
    return new Delivery(
        right.method(), right.url(), right.headers(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static Delivery header(Delivery right, String name, UnaryOperator<String> change) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(right.headers());
    headers.computeIfPresent(name, (key, values) -> values.stream().map(change).toList());
    return new Delivery(right.method(), right.url(), headers, right.body());
  }
}
