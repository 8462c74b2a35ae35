package dev.connector.spec.conformance;

import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.CallResult;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.settings.Redactor;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.process.ProcessConnector;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Where one check is made: what it starts here is closed when it ends, the last first. */
public final class Bench implements AutoCloseable {

  private final ConnectorFolder folder;
  private final Subject subject;
  private final SelfDescription unset;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Set<String> secrets = new LinkedHashSet<>();
  private ExecutorService besides;

  Bench(ConnectorFolder folder, Subject subject, SelfDescription unset) {
    this.folder = folder;
    this.subject = subject;
    this.unset = unset;
  }

  public ConnectorFolder folder() {
    return folder;
  }

  public Definition definition() {
    return folder.definition();
  }

  /** What the connector says of itself where nothing is set. */
  public Description described() {
    return unset.get();
  }

  /** An API as the definition describes it. */
  public MockApi mock(MockOptions options) {
    return closing(MockApi.start(folder.definition(), folder.schemas(), options));
  }

  /** The same for a definition that declares no rates, so that nothing but a check refuses. */
  public MockApi patientMock() {
    Definition it = folder.definition();
    Definition patient =
        new Definition(
            it.metadata(),
            it.endpoint(),
            it.settings(),
            it.authentication(),
            Limits.none(),
            it.errors(),
            it.policy(),
            it.resources(),
            it.webhooks(),
            it.check(),
            it.custom());
    return closing(MockApi.start(patient, folder.schemas(), MockOptions.standard()));
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
    return closing(subject.launcher().start(variables(environment, values)));
  }

  /** The same for a check that is about the program itself, which serves this check alone. */
  public Connector program(MockApi mock, Map<String, String> values) {
    return program(mock.environment(), values);
  }

  /** The same in this environment. */
  public Connector program(Map<String, String> environment, Map<String, String> values) {
    return closing(subject.launcher().startAlone(variables(environment, values)));
  }

  private Map<String, String> variables(
      Map<String, String> environment, Map<String, String> values) {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    values.forEach((name, value) -> variables.put(definition().variable(name), value));
    definition().settings().entrySet().stream()
        .filter(it -> it.getValue().secret())
        .map(it -> variables.get(definition().variable(it.getKey())))
        .filter(Objects::nonNull)
        .forEach(secrets::add);
    return variables;
  }

  /** The engine before the same mock API, to compare with. */
  public Connector engine(MockApi mock, Map<String, String> values) {
    Map<String, String> variables = new LinkedHashMap<>(mock.environment());
    values.forEach((name, value) -> variables.put(definition().variable(name), value));
    return closing(Subject.engine(folder).launcher().start(variables));
  }

  /** Reads a resource to its end or until it fails. */
  public static Transcript read(Connector connector, ReadRequest request) {
    return read(connector, request, new Cancellation());
  }

  /** Reads a resource until it ends, fails or is cancelled. */
  public static Transcript read(
      Connector connector, ReadRequest request, Cancellation cancellation) {
    return transcript(
        events -> {
          connector.read(request, events, cancellation);
          return Optional.empty();
        });
  }

  /** Makes a call, which may fail. */
  public static Transcript call(Connector connector, CallRequest request) {
    return call(connector, request, new Cancellation());
  }

  /** Makes a call, which may fail or be cancelled. */
  public static Transcript call(
      Connector connector, CallRequest request, Cancellation cancellation) {
    return transcript(events -> Optional.of(connector.call(request, events, cancellation)));
  }

  /** Finds out whether the credentials are accepted. */
  public static Transcript check(Connector connector) {
    return transcript(
        events -> {
          connector.check(events, new Cancellation());
          return Optional.empty();
        });
  }

  /** Gives the command to close; what the connector runs in lives on until the check ends. */
  public static void askToClose(Connector connector) {
    if (connector instanceof ProcessConnector process) {
      process.askToClose();
    } else {
      connector.close();
    }
  }

  /**
   * What a connector has said to people so far, in lines; nothing where it runs in this process.
   */
  public static List<String> saidToPeople(Connector connector) {
    return connector instanceof ProcessConnector process ? process.standardError() : List.of();
  }

  /** Does something beside the check; it is interrupted where the check ends before it. */
  public <T> Future<T> beside(Callable<T> work) {
    if (besides == null) {
      besides = Executors.newCachedThreadPool();
    }
    return besides.submit(work);
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

  /** What it found, without the credentials that any mock API of the check made up. */
  Outcome redacted(Outcome outcome) {
    if (!(outcome instanceof Outcome.Broken broken)) {
      return outcome;
    }
    Redactor redactor = new Redactor(secrets);
    return new Outcome.Broken(
        redactor.redact(broken.expected()),
        redactor.redact(broken.got()),
        broken.evidence().stream().map(redactor::redact).toList());
  }

  @Override
  public void close() {
    if (besides != null) {
      besides.shutdownNow();
    }
    RuntimeException first = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      } catch (Exception e) {
        first =
            first == null
                ? new IllegalStateException("could not close what the check started", e)
                : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
