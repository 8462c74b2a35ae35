package dev.connector.spec.conformance.mock.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * A way in which an answer goes wrong, by what it works on: the records, the page, the answer as a
 * whole, or the connection. Where a fault cannot be, such as a repeated cursor in a list without
 * one, the answer is the right one and the fault waits for the next request.
 */
public sealed interface Fault permits RecordFault, PageFault, ReplyFault, WireFault {

  /** This status with a plain message. */
  static Fault status(int status) {
    return new ReplyFault.Answered(
        status, Map.of("Content-Type", "application/json"), "{\"message\":\"as it were\"}");
  }

  /** A 429 that says in seconds how long to wait. */
  static Fault tooMany(Duration wait) {
    return limited(String.valueOf(wait.toSeconds()));
  }

  /** A 429 that says when to come back, as an HTTP date. */
  static Fault tooManyUntil(Instant time) {
    return limited(DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
  }

  /** The 502 of a proxy, in HTML. */
  static Fault badGateway() {
    return new ReplyFault.Answered(
        502,
        Map.of("Content-Type", "text/html"),
        "<html><body><h1>502 Bad Gateway</h1></body></html>");
  }

  /** A 503 without a body. */
  static Fault unavailable() {
    return new ReplyFault.Answered(503, Map.of(), "");
  }

  /** A redirect, 302 or 307 for example, with the credentials of nobody in mind. */
  static Fault redirect(int status, String location) {
    return new ReplyFault.Answered(status, Map.of("Location", location), "");
  }

  private static Fault limited(String wait) {
    return new ReplyFault.Answered(
        429,
        Map.of("Retry-After", wait, "Content-Type", "application/json"),
        "{\"message\":\"too many requests\"}");
  }

  /** This fault for the next request. */
  default FaultRule once() {
    return times(1);
  }

  /** This fault for the next requests, so many. */
  default FaultRule times(int count) {
    return new FaultRule(this, count, 0, request -> true);
  }

  /** This fault until it is cleared. */
  default FaultRule always() {
    return times(Integer.MAX_VALUE);
  }
}
