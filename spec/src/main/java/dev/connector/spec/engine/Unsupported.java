package dev.connector.spec.engine;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;

/** Refuses what a definition says and the engine cannot do. */
final class Unsupported {

  private Unsupported() {}

  /** The refusal of something, such as "tokens by a signed assertion". */
  static ApiException feature(String what) {
    return new ApiException(
        ErrorCode.UNSUPPORTED,
        "the engine does not support " + what + "; the connector's code may");
  }

  /** Refuses something where it is there. */
  static void when(boolean present, String what) {
    if (present) {
      throw feature(what);
    }
  }
}
