package dev.connector.spec.definition.reader;

import dev.connector.spec.NearMatch;
import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.Limits.Cost;
import dev.connector.spec.definition.Limits.LimitHeaders;
import dev.connector.spec.definition.Limits.Moment;
import dev.connector.spec.definition.Limits.Rate;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.PolicyDefaults;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.TimeFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code limits} and {@code policy}. */
final class LimitsReader {

  private final Names names;

  LimitsReader(Names names) {
    this.names = names;
  }

  Limits limits(Fields fields) {
    List<Rate> rates = fields.list("rates", v -> v.object(this::rate));
    Optional<Integer> concurrency = fields.optional("concurrency", Formats::count);
    Optional<LimitHeaders> headers =
        fields.optional("headers", v -> v.object(LimitsReader::headers));
    Optional<Moment> retryAfter =
        fields.optional("retryAfter", v -> v.object(LimitsReader::moment));
    Optional<Cost> cost = fields.optional("cost", v -> v.object(LimitsReader::cost));
    return fields.build(() -> new Limits(rates, concurrency, headers, retryAfter, cost));
  }

  PolicyDefaults policy(Fields fields) {
    Optional<Duration> deadline = fields.optional("deadline", Formats::duration);
    Optional<Integer> retries = fields.optional("retries", Formats.integer(0, 20));
    Optional<Duration> budget = fields.optional("budget", Formats::duration);
    return fields.build(() -> new PolicyDefaults(deadline, retries, budget));
  }

  /** The full name of an operation there is. */
  OperationName operation(Value value) {
    OperationName name = Formats.operationName(value);
    Set<String> operations = names.operations(name.resource());
    if (!operations.contains(name.operation())) {
      throw new InvalidDefinitionException(
          "there is no operation " + name,
          NearMatch.of(name.operation(), operations)
              .map(near -> "did you mean \"" + name.resource() + "." + near + "\"?")
              .orElse("name one of a resource, such as contacts.list"));
    }
    return name;
  }

  private Rate rate(Fields fields) {
    Integer requests = fields.required("requests", Formats::count);
    Duration per = fields.required("per", Formats::duration);
    Optional<Integer> burst = fields.optional("burst", Formats::count);
    List<OperationName> operations =
        fields.or(List.of(), "operations", v -> v.some(this::operation));
    return fields.build(() -> new Rate(requests, per, burst, operations));
  }

  private static LimitHeaders headers(Fields fields) {
    Optional<String> limit = fields.optional("limit", v -> Formats.header(v.text()));
    Optional<String> remaining = fields.optional("remaining", v -> Formats.header(v.text()));
    Optional<Moment> reset = fields.optional("reset", v -> v.object(LimitsReader::moment));
    return fields.build(() -> new LimitHeaders(limit, remaining, reset));
  }

  private static Moment moment(Fields fields) {
    Source source = fields.required("at", PlaceReader::source);
    TimeFormat format = fields.required("as", v -> v.word(TimeFormat.class));
    return fields.build(() -> new Moment(source, format));
  }

  private static Cost cost(Fields fields) {
    fields.notExecutedYet("a limit on points");
    Integer capacity = fields.required("capacity", Formats::count);
    Integer restored = fields.required("restored", Formats::count);
    Duration per = fields.required("per", Formats::duration);
    Optional<Source> available = fields.optional("available", PlaceReader::source);
    Optional<Source> requested = fields.optional("requested", PlaceReader::source);
    return fields.build(() -> new Cost(capacity, restored, per, available, requested));
  }
}
