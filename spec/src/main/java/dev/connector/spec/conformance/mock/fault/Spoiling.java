package dev.connector.spec.conformance.mock.fault;

import dev.connector.spec.conformance.mock.exchange.Page;
import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.definition.Definition;
import java.util.Optional;
import mockwebserver3.MockResponse;

/** What a fault does to one answer on its way from the records to the connection. */
public final class Spoiling {

  private final Fault fault;
  private final Definition definition;
  private boolean happened;

  /** What is done by a fault, or by none. */
  public Spoiling(Optional<Fault> fault, Definition definition) {
    this.fault = fault.orElse(null);
    this.definition = definition;
  }

  /** The answer where nothing is to be done of what was asked. */
  public Optional<Reply> instead() {
    return fault instanceof ReplyFault.Answered answered
        ? changed(answered.spoil(Reply.empty(200), definition))
        : Optional.empty();
  }

  public Page page(Page right) {
    if (fault instanceof RecordFault record) {
      return changed(record.spoil(right)).orElse(right);
    }
    return fault instanceof PageFault page ? changed(page.spoil(right)).orElse(right) : right;
  }

  public Reply reply(Reply right) {
    return fault instanceof ReplyFault reply && !happened
        ? changed(reply.spoil(right, definition)).orElse(right)
        : right;
  }

  public MockResponse.Builder wire(MockResponse.Builder answer, Reply right, Runnable resetting) {
    return fault instanceof WireFault wire
        ? changed(Optional.of(wire.spoil(answer, right, resetting))).orElseThrow()
        : answer;
  }

  /** Whether the fault was there in the end. */
  public boolean happened() {
    return happened;
  }

  private <T> Optional<T> changed(Optional<T> spoiled) {
    happened |= spoiled.isPresent();
    return spoiled;
  }
}
