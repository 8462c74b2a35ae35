package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.definition.Definition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The steps of all rules, in an order in which each rests on those before it. */
final class Course {

  /** What became of one rule. */
  static final class Part {
    private final Steps steps = new Steps();
    private Duration took = Duration.ZERO;

    Steps steps() {
      return steps;
    }

    Duration took() {
      return took;
    }

    private void during(Consumer<Steps> work) {
      Instant begin = Instant.now();
      work.accept(steps);
      took = took.plus(Duration.between(begin, Instant.now()));
    }
  }

  static final String AUTHENTICATION = "LIVE-1";
  static final String SHAPES = "LIVE-2";
  static final String MAPPING = "LIVE-3";
  static final String PAGING = "LIVE-4";
  static final String FILTERS = "LIVE-5";
  static final String WRITES = "LIVE-6";

  /** The rules it is about, in their order. */
  static final List<String> RULES =
      List.of(AUTHENTICATION, SHAPES, MAPPING, PAGING, FILTERS, WRITES);

  private final Session session;
  private final Map<String, JsonNode> schemas;
  private final List<Claim> claims;
  private final Function<Definition, Session> variant;
  private final Map<String, Part> rules = new LinkedHashMap<>();
  private Optional<ErrorCode> closed = Optional.empty();

  Course(
      Session session,
      Map<String, JsonNode> schemas,
      List<Claim> claims,
      Function<Definition, Session> variant) {
    this.session = session;
    this.variant = variant;
    this.schemas = schemas;
    this.claims = claims;
    for (String rule : RULES) {
      rules.put(rule, new Part());
    }
  }

  /** What became of each rule, by its id. */
  Map<String, Part> rules() {
    return rules;
  }

  /** Why the API let nobody in; empty where it did. */
  Optional<ErrorCode> closed() {
    return closed;
  }

  void run(Consumer<String> progress) {
    progress.accept("authentication");
    Diagnosis diagnosis = new Diagnosis(session);
    Entry entry = new Entry(session, diagnosis);
    part(AUTHENTICATION).during(entry::open);
    closed = entry.closed();
    if (closed.isPresent()) {
      String why =
          session.terms().stop().stopped()
              ? session.terms().stop().reason()
              : "nothing else can be told before " + AUTHENTICATION + " passes";
      rules.forEach(
          (id, part) -> {
            if (!id.equals(AUTHENTICATION)) {
              part.steps().add(new Step.Open("everything", why));
            }
          });
      return;
    }
    List<Sample> samples = samples(diagnosis, progress);
    boolean answered =
        !samples.isEmpty()
            || part(SHAPES).steps().all().stream().anyMatch(Step.Passed.class::isInstance);
    entry.judge(part(AUTHENTICATION).steps(), answered);
    mappings(samples);
    for (Sample sample : samples) {
      progress.accept(sample.claim().name() + ", its pages");
      session.wire().allow(session.bounds().requests());
      filter(sample, diagnosis);
      page(sample, diagnosis);
    }
    conclude(PAGING, "no list that was read has pages");
    conclude(FILTERS, "nothing is read incrementally");
  }

  private void filter(Sample sample, Diagnosis diagnosis) {
    if (sample.claim().incremental().isPresent()) {
      part(FILTERS).during(steps -> steps.add(new Filters(session, diagnosis).judge(sample)));
    }
  }

  private void page(Sample sample, Diagnosis diagnosis) {
    part(PAGING).during(steps -> steps.add(new Pages(session, diagnosis, variant).judge(sample)));
  }

  /** Makes records and takes them away again, where that is allowed. */
  void write(Optional<Verification.Writing> writing, Consumer<String> progress) {
    List<Writable> writable = claims.stream().flatMap(it -> Writable.of(it).stream()).toList();
    Steps steps = part(WRITES).steps();
    if (!steps.all().isEmpty()) {
      return;
    }
    if (writable.isEmpty()) {
      steps.add(
          new Step.Absent("everything", "no resource has operations that create, get and delete"));
      return;
    }
    for (Writable it : writable) {
      if (writing.isEmpty() || session.terms().stop().stopped()) {
        steps.add(
            new Step.Open(
                it.claim().name() + ", written",
                writing.isEmpty()
                    ? "nothing may be changed unless --allow-writes says so"
                    : session.terms().stop().reason()));
        continue;
      }
      progress.accept(it.claim().name() + ", written");
      session.wire().allow(session.bounds().requests());
      session.wire().permit(it.operations());
      MadeUp values =
          new MadeUp(schemas.get(it.claim().resource().record().schema()), writing.get().body());
      part(WRITES)
          .during(all -> all.add(new Writes(session, new Diagnosis(session)).judge(it, values)));
      session.wire().permit(Set.of());
    }
  }

  /** A rule for which nothing could be tried says whether there was anything to try. */
  private void conclude(String rule, String absent) {
    Steps steps = part(rule).steps();
    boolean any =
        claims.stream()
            .filter(it -> it.read().isPresent())
            .anyMatch(
                it ->
                    rule.equals(PAGING)
                        ? it.reading().pagination().isPresent()
                        : it.incremental().isPresent());
    if (steps.all().isEmpty()) {
      steps.add(
          any
              ? new Step.Open("everything", "no records could be read")
              : new Step.Absent("everything", absent));
    }
  }

  private List<Sample> samples(Diagnosis diagnosis, Consumer<String> progress) {
    Shapes shapes = new Shapes(session, diagnosis, schemas);
    List<Sample> samples = new ArrayList<>();
    for (Claim claim : claims) {
      progress.accept(claim.name());
      session.wire().allow(session.bounds().requests());
      part(SHAPES)
          .during(
              steps -> {
                if (claim.resource().custom().isPresent()) {
                  steps.add(new Step.Open(claim.name(), "it is custom code"));
                  return;
                }
                Optional<Sample> sample =
                    claim.read().isEmpty() ? Optional.empty() : shapes.read(claim, steps);
                sample.ifPresent(samples::add);
                shapes.others(claim, sample, steps);
                shapes.gets(claim, sample, steps);
              });
    }
    return samples;
  }

  private void mappings(List<Sample> samples) {
    part(MAPPING)
        .during(
            steps -> {
              samples.forEach(it -> Mappings.judge(it, steps));
              boolean mapped =
                  claims.stream().anyMatch(it -> it.resource().record().canonical().isPresent());
              if (steps.all().isEmpty()) {
                steps.add(
                    mapped
                        ? new Step.Open("everything", "no records could be read")
                        : new Step.Absent("mapping", "nothing is mapped to a shared type"));
              }
            });
  }

  private Part part(String rule) {
    return rules.get(rule);
  }
}
