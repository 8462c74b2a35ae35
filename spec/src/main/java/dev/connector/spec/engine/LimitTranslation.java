package dev.connector.spec.engine;

import dev.connector.runtime.http.ApiClientBuilder;
import dev.connector.runtime.http.RateLimitHeaders;
import dev.connector.runtime.http.RateLimitHeaders.ResetUnit;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.TimeFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Gives a client the limits of the API. */
record LimitTranslation(Limits limits) {

  /** The declared rates; where no burst is, the runtime's own measure. */
  List<RateLimit> rates() {
    return limits.rates().stream().map(LimitTranslation::rate).toList();
  }

  void apply(ApiClientBuilder client) {
    rates().forEach(client::rateLimit);
    limits.headers().ifPresent(headers -> headers(client, headers));
    Unsupported.when(
        limits.retryAfter().isPresent(), "waits that are announced elsewhere than in Retry-After");
    Unsupported.when(limits.cost().isPresent(), "limits that count points");
  }

  private static RateLimit rate(Limits.Rate rate) {
    RateLimit limit = RateLimit.of(rate.requests(), rate.per());
    RateLimit bursting = rate.burst().map(limit::burst).orElse(limit);
    return bursting.only(
        rate.operations().stream().map(OperationName::toString).collect(Collectors.toSet()));
  }

  private static void headers(ApiClientBuilder client, Limits.LimitHeaders headers) {
    if (headers.remaining().isEmpty() || headers.reset().isEmpty()) {
      return; // a count without an end says nothing about when to go on
    }
    Limits.Moment reset = headers.reset().get();
    if (!(reset.source() instanceof Source.Header header)) {
      throw Unsupported.feature("the reset of a limit in a body");
    }
    client.rateLimitHeaders(
        new RateLimitHeaders(headers.remaining().get(), header.name(), unit(reset.format())));
  }

  private static ResetUnit unit(TimeFormat format) {
    switch (format) {
      case SECONDS:
        return ResetUnit.SECONDS;
      case MILLIS:
        return ResetUnit.MILLISECONDS;
      case EPOCH_SECONDS:
        return ResetUnit.EPOCH_SECONDS;
      case EPOCH_MILLIS:
        return ResetUnit.EPOCH_MILLISECONDS;
      default:
        throw Unsupported.feature("the reset of a limit written as " + format);
    }
  }
}
