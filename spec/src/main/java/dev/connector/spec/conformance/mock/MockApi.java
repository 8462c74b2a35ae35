package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.conformance.mock.data.Dataset;
import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.FaultPlan;
import dev.connector.spec.conformance.mock.fault.FaultRule;
import dev.connector.spec.conformance.mock.fault.Spoiling;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.Webhooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A stateful HTTP server on loopback that behaves as the API of a definition would. Each one has
 * records of its own; the same options make the same records.
 */
public final class MockApi implements AutoCloseable {

  /** How many requests one keeps that runs for long. */
  private static final int REMEMBERED = 1000;

  private final Definition definition;
  private final Filled settings;
  private final Dataset dataset;
  private final Tokens tokens;
  private final Behaviour behaviour;

  /**
   * The library tells of connections without a request, which nobody here can do anything about.
   */
  private static final Logger LIBRARY = Logger.getLogger(MockWebServer.class.getName());

  static {
    LIBRARY.setLevel(Level.OFF);
  }

  private final MockWebServer server = new MockWebServer();
  private final FaultPlan faults = new FaultPlan();
  private final AcceptedSockets sockets = new AcceptedSockets();
  private final RequestLog seen;
  private Optional<Deliveries> deliveries = Optional.empty();
  private volatile Watcher watcher = (request, reply) -> {};

  private MockApi(
      Definition definition, Map<String, JsonNode> schemas, MockOptions options, RequestLog seen) {
    this.definition = definition;
    this.seen = seen;
    this.settings = Filled.of(definition, options.seed());
    this.dataset = new Dataset(definition, schemas, settings.values(), options.volume());
    this.tokens = new Tokens(settings, options.tokens());
    this.behaviour =
        new Behaviour(
            Route.all(definition, settings),
            new Gate(Doorstep.schemes(definition), settings, tokens, new SignedRequests(settings)),
            new Meter(options.metered() ? definition.limits() : Limits.none()),
            new Selection(dataset, new Scope(dataset, definition.settings().keySet())),
            new Paging(options.pageSize()));
  }

  /**
   * Starts on a free port.
   *
   * @param schemas by the path the definition has them at, {@code schemas/contact.json}
   * @throws IllegalArgumentException where the definition says what a mock cannot do
   */
  public static MockApi start(
      Definition definition, Map<String, JsonNode> schemas, MockOptions options) {
    RequestLog all = new RequestLog(Integer.MAX_VALUE);
    MockApi api = new MockApi(definition, schemas, options, all);
    api.listen(0);
    return api;
  }

  /**
   * Starts on a port; 0 takes a free one. It keeps the last requests alone, so that it can run for
   * long.
   *
   * @param watcher learns of every answer, from several threads
   * @throws UncheckedIOException where the port is taken
   */
  public static MockApi start(
      Definition definition,
      Map<String, JsonNode> schemas,
      MockOptions options,
      int port,
      Watcher watcher) {
    RequestLog last = new RequestLog(REMEMBERED);
    MockApi api = new MockApi(definition, schemas, options, last);
    api.watcher = watcher;
    api.listen(port);
    return api;
  }

  private void listen(int port) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.setServerSocketFactory(sockets);
    try {
      server.start(InetAddress.getLoopbackAddress(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in for the definition's base URL, without a slash at the end. */
  public String baseUrl() {
    return new MockEnvironment(definition, settings, server.url("/")).baseUrl();
  }

  public Dataset dataset() {
    return dataset;
  }

  /** The requests so far, in the order they arrived. */
  public List<SeenRequest> requests() {
    return seen.requests();
  }

  /** The requests so far for one operation, {@code contacts.list} or {@code token}. */
  public List<SeenRequest> requests(String operation) {
    return seen.requests().stream().filter(it -> it.operation().equals(operation)).toList();
  }

  /** The values a request gives the placeholders of its operation, {@code cursor} for example. */
  public Map<String, String> values(SeenRequest request) {
    return behaviour.placeholders(Incoming.of(request));
  }

  /** Spoils the answers to the next requests, one after the other. */
  public void fail(Fault... next) {
    for (Fault fault : next) {
      fail(fault.once());
    }
  }

  /**
   * Spoils the answers to some requests; the first rule that is for a request decides.
   *
   * @param rule such as {@code Fault.status(500).times(2).on("contacts.list")}
   */
  public void fail(FaultRule rule) {
    faults.add(rule);
  }

  /** Ends all faults. */
  public void heal() {
    faults.clear();
  }

  /** How many answers were spoiled; a fault that could not be there does not count. */
  public int spoiled() {
    return faults.happened();
  }

  /** Refuses every access token given out so far. */
  public void expireTokens() {
    tokens.expire();
  }

  /** Refuses every refresh token, too, the user's own included. */
  public void revokeTokens() {
    tokens.expire();
    tokens.revoke();
  }

  /**
   * Makes webhook deliveries.
   *
   * @throws IllegalArgumentException where the definition declares none that can be made
   */
  public synchronized Deliveries deliveries() {
    if (deliveries.isEmpty()) {
      Webhooks declared =
          definition
              .webhooks()
              .orElseThrow(() -> new IllegalArgumentException("no webhooks are declared"));
      deliveries = Optional.of(new Deliveries(declared, settings, dataset));
    }
    return deliveries.get();
  }

  /** The variables of a connector that reads from here, authenticating in the first way. */
  public Map<String, String> environment() {
    return environment(0);
  }

  /** The variables of a connector that authenticates in one of the definition's ways. */
  public Map<String, String> environment(int scheme) {
    return new MockEnvironment(definition, settings, server.url("/")).variables(scheme);
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    Incoming arrived = Incoming.of(Incoming.seen(request));
    Incoming incoming = arrived.of(behaviour.operation(arrived));
    seen.add(incoming.seen());
    Optional<FaultPlan.Draw> draw = faults.draw(incoming.seen());
    Spoiling spoiling = new Spoiling(draw.map(FaultPlan.Draw::fault), definition);
    Runnable resetting = () -> sockets.resetOnClose(request.getConnectionIndex());
    MockResponse response = written(incoming, spoiling, resetting);
    draw.ifPresent(spoiling.happened() ? faults::happened : faults::giveBack);
    return response;
  }

  private MockResponse written(Incoming request, Spoiling spoiling, Runnable resetting) {
    Reply reply =
        spoiling.instead().orElseGet(() -> spoiling.reply(behaviour.answer(request, spoiling)));
    watcher.answered(request.seen(), reply);
    MockResponse.Builder response = new MockResponse.Builder().code(reply.status());
    if (reply.status() != 204) {
      response.body(reply.body());
    }
    reply.headers().forEach(response::setHeader);
    return spoiling.wire(response, reply, resetting).build();
  }
}
