package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.process.ProcessConnector;
import dev.connector.spec.conformance.process.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A read that ends as a power cut ends it; the connector is of no further use. */
final class Crash {

  private final Connector connector;
  private final int after;
  private final Cancellation cancellation = new Cancellation();
  private final List<Event> taken = new ArrayList<>();
  private boolean over;

  private Crash(Connector connector, int after) {
    this.connector = connector;
    this.after = after;
  }

  /** What came of a read until so many events, attempts aside, had been taken. */
  static Transcript after(int events, Connector connector, ReadRequest request) {
    Crash crash = new Crash(connector, events);
    try {
      connector.read(request, crash::take, crash.cancellation);
    } catch (ApiException | ProtocolException expected) {
      if (!crash.over) {
        throw expected;
      }
    }
    return new Transcript(crash.taken, Optional.empty(), Optional.empty());
  }

  private synchronized void take(Event event) {
    if (over || event instanceof Event.Attempt) {
      return;
    }
    taken.add(event);
    if (taken.size() == after) {
      over = true;
      if (connector instanceof ProcessConnector process) {
        process.kill();
      } else {
        cancellation.cancel();
      }
    }
  }
}
