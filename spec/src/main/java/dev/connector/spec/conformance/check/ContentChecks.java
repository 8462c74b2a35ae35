package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.Rig.Observed;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.conformance.mock.fault.Compression;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.WireFault;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Template;
import dev.connector.spec.rules.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** REQ-4 to REQ-6: what stands on requests, and what is made of the bodies of answers. */
final class ContentChecks {

  private static final int LIMIT = 65_536;

  private ContentChecks() {}

  static Outcome introduced(Bench bench) {
    Rig rig = Rig.of(bench, Map.of());
    Observed first = rig.observe(Answers.empty(503));
    if (first.requests().isEmpty()) {
      return new Judgement().require(false, "requests", first.toString()).outcome();
    }
    Optional<ReadRequest> read = Probe.read(bench.definition());
    read.ifPresent(it -> Bench.read(rig.connector(), it.limit(1)));
    Bench.check(rig.connector());
    Definition definition = bench.definition();
    Judgement judgement = new Judgement();
    for (SeenRequest request : rig.mock().requests()) {
      String agent = String.valueOf(request.headers().get("User-Agent"));
      judgement.require(
          agent.contains(definition.name()) && agent.contains(definition.version()),
          "a User-Agent with " + definition.name() + " and " + definition.version(),
          agent);
    }
    defaults(judgement, rig, definition);
    return judgement
        .saw(
            rig.mock().requests().size()
                + " requests of a call with a retry, a read and a check, with User-Agent "
                + rig.mock().requests().get(0).headers().get("User-Agent"))
        .outcome(rig.mock());
  }

  private static void defaults(Judgement judgement, Rig rig, Definition definition) {
    Map<String, String> settings = settings(rig, definition);
    definition
        .endpoint()
        .headers()
        .forEach(
            (name, template) ->
                filled(template, settings)
                    .ifPresent(
                        value ->
                            onEach(
                                judgement,
                                rig,
                                "the header " + name,
                                it -> value.equals(it.headers().get(name)))));
    definition
        .endpoint()
        .query()
        .forEach(
            (name, templates) -> {
              List<String> values =
                  templates.stream().flatMap(it -> filled(it, settings).stream()).toList();
              if (!values.isEmpty()) {
                onEach(
                    judgement,
                    rig,
                    "the parameter " + name,
                    it -> it.url().queryParameterValues(name).containsAll(values));
              }
            });
  }

  private static void onEach(
      Judgement judgement, Rig rig, String what, Predicate<SeenRequest> there) {
    long with = rig.requests().stream().filter(there).count();
    judgement.expect(
        with == rig.requests().size(),
        what + " on every request",
        "on " + with + " of " + rig.requests().size());
  }

  /** What the connector was told, and what it takes where it was told nothing. */
  private static Map<String, String> settings(Rig rig, Definition definition) {
    Map<String, String> values = new LinkedHashMap<>();
    definition
        .settings()
        .forEach(
            (name, it) ->
                Optional.ofNullable(rig.mock().environment().get(definition.variable(name)))
                    .or(it::defaultValue)
                    .ifPresent(value -> values.put(name, value)));
    return values;
  }

  /** The text with its placeholders filled; nothing where a setting has no value. */
  private static Optional<String> filled(Template template, Map<String, String> settings) {
    String text = template.text();
    for (String name : template.placeholders()) {
      if (!settings.containsKey(name)) {
        return Optional.empty();
      }
      text = text.replace("{" + name + "}", settings.get(name));
    }
    return Optional.of(text.replace("{{", "{").replace("}}", "}"));
  }

  static Outcome correlated(Bench bench) {
    Rig rig = Rig.of(bench, Map.of("maxRetries", "1"));
    Judgement judgement = new Judgement();
    Observed good = rig.observe(Answers.empty(503));
    String id = good.transcript().result().map(it -> it.correlationId()).orElse("");
    oneId(judgement, good, id, "metadata of the response");
    Observed bad = rig.observeAlways(Answers.empty(503));
    String other = bad.transcript().error().map(ApiException::correlationId).orElse("");
    oneId(judgement, bad, other, "error");
    return judgement
        .expect(!id.equals(other), "another id for another call", "the same")
        .outcome(rig.mock());
  }

  /** The id is on both requests of a call, on both of its events, and where the call ended. */
  private static void oneId(Judgement judgement, Observed observed, String id, String where) {
    long sent = observed.requests().stream().filter(it -> Rig.carries(it, id)).count();
    long told =
        observed.transcript().attempts().stream()
            .filter(it -> it.correlationId().equals(id))
            .count();
    judgement.expect(
        !id.isBlank() && sent == 2 && told == 2,
        "one correlation id on 2 requests, in 2 events and in the " + where,
        id.isBlank()
            ? "none in the " + where
            : "that of the " + where + " on " + sent + " requests and in " + told + " events");
  }

  static Outcome decoded(Bench bench) {
    Rig rig = Rig.of(bench, Map.of("maxBodyBytes", String.valueOf(LIMIT), "maxRetries", "0"));
    Judgement judgement = new Judgement();
    Observed plain = rig.observe();
    JsonNode data = data(plain);
    if (!plain.succeededAfter(1)) {
      return judgement.require(false, "1 request, then success", plain.toString()).outcome();
    }
    String accepted =
        Optional.ofNullable(plain.requests().get(0).headers().get("Accept-Encoding")).orElse("");
    same(judgement, rig, "compressed with gzip", new WireFault.Compressed(Compression.GZIP), data);
    if (accepted.contains("deflate")) {
      Fault deflated = new WireFault.Compressed(Compression.DEFLATE);
      same(judgement, rig, "compressed with deflate", deflated, data);
    }
    same(judgement, rig, "of as many bytes as the limit", new WireFault.Oversized(LIMIT), data);
    refused(judgement, rig, "of one byte too many", new WireFault.Oversized(LIMIT + 1));
    refused(judgement, rig, "that unpacks to 8 MB", new WireFault.Bomb(8_000_000));
    long limit = bench.described().policy().capacity().bodyBytes();
    return judgement.expect("maxBodyBytes by default", 33_554_432L, limit).outcome(rig.mock());
  }

  private static JsonNode data(Observed observed) {
    return observed.transcript().result().map(it -> it.data()).orElse(MissingNode.getInstance());
  }

  private static void same(
      Judgement judgement, Rig rig, String what, Fault fault, JsonNode expected) {
    Observed observed = rig.observe(fault);
    judgement.expect(
        data(observed).equals(expected) && observed.succeededAfter(1),
        "the same data from a body " + what,
        observed.transcript().error().isPresent() ? observed.toString() : "other data");
  }

  private static void refused(Judgement judgement, Rig rig, String what, Fault fault) {
    Transcript transcript = rig.observe(fault).transcript();
    judgement.expect(
        transcript.error().isPresent(),
        "an error for a body " + what + " (maxBodyBytes " + LIMIT + ")",
        "its data");
  }
}
