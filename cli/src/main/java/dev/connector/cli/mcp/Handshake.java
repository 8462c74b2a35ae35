package dev.connector.cli.mcp;

import java.util.Optional;

/**
 * The order in which a session begins. The SDK lets what comes too early wait for ever; here it is
 * answered.
 */
final class Handshake {

  private boolean begun;
  private boolean ready;

  /** What is to be answered to a message that is out of order; empty where it is not. */
  Optional<byte[]> answer(Frame frame) {
    switch (frame.method()) {
      case "initialize":
        if (begun) {
          return Optional.of(frame.invalid("the session is initialized already"));
        }
        begun = true;
        return Optional.empty();
      case "notifications/initialized":
        boolean first = begun && !ready;
        ready = begun;
        return first ? Optional.empty() : Optional.of(new byte[0]);
      case "ping":
        return ready ? Optional.empty() : Optional.of(frame.empty());
      default:
        return ready || !frame.isRequest()
            ? Optional.empty()
            : Optional.of(frame.invalid("the session is not initialized yet"));
    }
  }
}
