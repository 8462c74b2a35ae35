package dev.connector.spec.conformance;

import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.CallResult;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where one check is made: what it starts here is closed when it ends, the last first. */
public final class Bench implements AutoCloseable {

  private final ConnectorFolder folder;
  private final Subject subject;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  Bench(ConnectorFolder folder, Subject subject) {
    this.folder = folder;
    this.subject = subject;
  }

  public ConnectorFolder folder() {
    return folder;
  }

  public Definition definition() {
    return folder.definition();
  }

  /** An API as the definition describes it. */
  public MockApi mock(MockOptions options) {
    return closing(MockApi.start(folder.definition(), folder.schemas(), options));
  }

  /**
   * A connector that reads from a mock API.
   *
   * @param values policy values and other settings by name, {@code maxRetries}
   */
  public Connector connector(MockApi mock, Map<String, String> values) {
    return connector(mock.environment(), values);
  }

  /** A connector in this environment, with some values of it replaced. */
  public Connector connector(Map<String, String> environment, Map<String, String> values) {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    values.forEach((name, value) -> variables.put(definition().variable(name), value));
    return closing(subject.launcher().start(variables));
  }

  /** Reads a resource to its end or until it fails. */
  public static Transcript read(Connector connector, ReadRequest request) {
    return transcript(
        events -> {
          connector.read(request, events, new Cancellation());
          return Optional.empty();
        });
  }

  /** Makes a call, which may fail. */
  public static Transcript call(Connector connector, CallRequest request) {
    return transcript(events -> Optional.of(connector.call(request, events, new Cancellation())));
  }

  private static Transcript transcript(Function<EventSink, Optional<CallResult>> command) {
    List<Event> events = Collections.synchronizedList(new ArrayList<>());
    try {
      return new Transcript(events, command.apply(events::add), Optional.empty());
    } catch (ApiException e) {
      return new Transcript(events, Optional.empty(), Optional.of(e));
    }
  }

  /** Closes something at the end of the check. */
  public <T extends AutoCloseable> T closing(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("could not close what the check started", e);
      }
    }
  }
}
