package dev.connector.runtime.http;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What is known of the API's own rate limit.
 *
 * @param remaining how many requests are left; empty where the API does not say
 * @param resetIn how long until the API counts anew; zero where it does not say
 */
public record LimitState(OptionalLong remaining, Duration resetIn) {

  public static final LimitState UNKNOWN = new LimitState(OptionalLong.empty(), Duration.ZERO);
}
