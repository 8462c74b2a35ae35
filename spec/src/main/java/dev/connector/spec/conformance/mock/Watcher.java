package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;

/** Learns what a mock API is asked and what it answers. */
@FunctionalInterface
public interface Watcher {

  /**
   * A request is about to be answered.
   *
   * @param reply as it was meant; a fault of the connection may keep it from arriving
   */
  void answered(SeenRequest request, Reply reply);
}
