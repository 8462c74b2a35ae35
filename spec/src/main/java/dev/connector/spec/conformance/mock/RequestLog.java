package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests, in the order they arrived. Thread-safe. */
final class RequestLog {

  private final int most;
  private final Deque<SeenRequest> seen = new ArrayDeque<>();

  /** A log that forgets the oldest where there are more than {@code most}. */
  RequestLog(int most) {
    this.most = most;
  }

  synchronized void add(SeenRequest request) {
    if (seen.size() == most) {
      seen.removeFirst();
    }
    seen.addLast(request);
  }

  synchronized List<SeenRequest> requests() {
    return List.copyOf(seen);
  }
}
