package dev.connector.spec.definition;

/** How an API writes a point in time or a wait. */
public enum TimeFormat {
  /** {@code 2026-01-31T12:00:00Z}. */
  ISO8601,
  /** {@code 2026-01-31}. */
  DATE,
  /** Seconds since 1970. */
  EPOCH_SECONDS,
  /** Milliseconds since 1970. */
  EPOCH_MILLIS,
  /** {@code Sat, 31 Jan 2026 12:00:00 GMT}. */
  HTTP_DATE,
  /** Seconds from now. */
  SECONDS,
  /** Milliseconds from now. */
  MILLIS
}
