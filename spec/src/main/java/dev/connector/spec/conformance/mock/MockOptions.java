package dev.connector.spec.conformance.mock;

/**
 * How a mock API is made.
 *
 * @param seed the same records for the same seed
 * @param records of each resource, and of each parent where a resource has one
 * @param pageSize the most records a page has, whatever is asked for
 */
public record MockOptions(long seed, int records, int pageSize) {

  public MockOptions {
    if (records < 1 || pageSize < 1) {
      throw new IllegalArgumentException("records and pages have at least one record");
    }
  }

  /** 25 records of each resource in pages of 10. */
  public static MockOptions standard() {
    return new MockOptions(1, 25, 10);
  }
}
