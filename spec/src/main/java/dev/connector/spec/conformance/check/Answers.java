package dev.connector.spec.conformance.check;

import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import java.util.Map;

/** Answers that checks give in place of the right one. */
final class Answers {

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private Answers() {}

  /** A status with an empty object, in which no declared form of an error is recognised. */
  static Fault empty(int status) {
    return json(status, "{}");
  }

  static Fault json(int status, String body) {
    return new ReplyFault.Answered(status, JSON, body);
  }
}
