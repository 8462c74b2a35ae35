package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts requests against the declared rates; what they allow in one go is allowed on top. */
final class Meter {

  private final Limits limits;
  private final Map<Limits.Rate, Deque<Instant>> counted = new HashMap<>();

  Meter(Limits limits) {
    this.limits = limits;
  }

  /** How long the caller has to wait; empty where the request is within all limits. */
  synchronized Optional<Duration> count(OperationName operation, Instant now) {
    for (Limits.Rate rate : limits.rates()) {
      if (!concerns(rate, operation)) {
        continue;
      }
      Deque<Instant> recent = counted.computeIfAbsent(rate, it -> new ArrayDeque<>());
      while (!recent.isEmpty() && !recent.peekFirst().isAfter(now.minus(rate.per()))) {
        recent.removeFirst();
      }
      if (recent.size() >= allowed(rate)) {
        return Optional.of(Duration.between(now, recent.peekFirst().plus(rate.per())));
      }
    }
    limits.rates().stream()
        .filter(rate -> concerns(rate, operation))
        .forEach(rate -> counted.get(rate).addLast(now));
    return Optional.empty();
  }

  /** The headers that tell how much of the first limit is left, and for how long. */
  synchronized Reply told(Reply reply, Instant now) {
    if (limits.headers().isEmpty() || limits.rates().isEmpty()) {
      return reply;
    }
    Limits.Rate rate = limits.rates().get(0);
    int used = counted.getOrDefault(rate, new ArrayDeque<>()).size();
    Reply told = reply;
    Limits.LimitHeaders headers = limits.headers().get();
    if (headers.limit().isPresent()) {
      told = told.header(headers.limit().get(), String.valueOf(rate.requests()));
    }
    if (headers.remaining().isPresent()) {
      int left = Math.max(0, rate.requests() - used);
      told = told.header(headers.remaining().get(), String.valueOf(left));
    }
    Duration reset =
        counted.getOrDefault(rate, new ArrayDeque<>()).stream()
            .findFirst()
            .map(it -> Duration.between(now, it.plus(rate.per())))
            .orElse(rate.per());
    return headers.reset().isPresent() ? reset(told, headers.reset().get(), now, reset) : told;
  }

  private static Reply reset(Reply reply, Limits.Moment place, Instant now, Duration reset) {
    if (!(place.source() instanceof Source.Header header)) {
      return reply;
    }
    switch (place.format()) {
      case SECONDS:
        return reply.header(header.name(), String.valueOf(reset.toSeconds() + 1));
      case MILLIS:
        return reply.header(header.name(), String.valueOf(reset.toMillis()));
      case EPOCH_SECONDS:
        long second = now.plus(reset).getEpochSecond() + 1;
        return reply.header(header.name(), String.valueOf(second));
      case EPOCH_MILLIS:
        return reply.header(header.name(), String.valueOf(now.plus(reset).toEpochMilli()));
      default:
        return reply.header(header.name(), now.plus(reset).toString());
    }
  }

  private static int allowed(Limits.Rate rate) {
    return rate.requests() + rate.burst().orElse(0);
  }

  private static boolean concerns(Limits.Rate rate, OperationName operation) {
    return rate.operations().isEmpty() || rate.operations().contains(operation);
  }
}
