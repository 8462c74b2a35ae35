package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.data.Dataset;
import java.time.Duration;

/**
 * How a mock API is made.
 *
 * @param seed the same records for the same seed
 * @param records of each resource, and of each parent where a resource has one
 * @param pageSize the most records a page has, whatever is asked for
 * @param metered whether it keeps count of requests and refuses those above the declared limits
 * @param tokens what becomes of the tokens it gives out
 */
public record MockOptions(long seed, int records, int pageSize, boolean metered, TokenLife tokens) {

  /**
   * What becomes of tokens.
   *
   * @param lifetime how long an access token is good for
   * @param rotating whether a refresh token is good once; another comes with each answer
   */
  public record TokenLife(Duration lifetime, boolean rotating) {}

  public MockOptions {
    if (records < 1 || pageSize < 1) {
      throw new IllegalArgumentException("records and pages have at least one record");
    }
  }

  /** Metered, with tokens that last an hour and do not rotate. */
  public MockOptions(long seed, int records, int pageSize) {
    this(seed, records, pageSize, true, new TokenLife(Duration.ofHours(1), false));
  }

  /** 25 records of each resource in pages of 10. */
  public static MockOptions standard() {
    return new MockOptions(1, 25, 10);
  }

  /** The same without limits to the rate of requests. */
  public MockOptions unmetered() {
    return new MockOptions(seed, records, pageSize, false, tokens);
  }

  /** The same with other tokens. */
  public MockOptions tokens(TokenLife other) {
    return new MockOptions(seed, records, pageSize, metered, other);
  }

  Dataset.Volume volume() {
    return new Dataset.Volume(seed, records);
  }
}
