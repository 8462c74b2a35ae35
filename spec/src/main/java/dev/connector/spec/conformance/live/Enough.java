package dev.connector.spec.conformance.live;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;

/** Why no further request was sent, which is no fault of anybody. */
enum Enough {
  /** As many pages were read as there was reason to. */
  PAGES("enough pages were read"),
  /** The most requests for one resource have been made. */
  REQUESTS("the most requests allowed for one resource have been made"),
  /** It might change something, and nothing may. */
  UNSAFE("the operation is not marked safe, and nothing may be changed");

  private final String words;

  Enough(String words) {
    this.words = words;
  }

  ApiException stop() {
    return new ApiException(ErrorCode.CANCELLED, words);
  }

  String words() {
    return words;
  }
}
