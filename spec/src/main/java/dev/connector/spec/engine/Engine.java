package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.adapter.ClientConnector;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.CallResult;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.signature.Delivery;
import dev.connector.spec.definition.Definition;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;

/**
 * A connector that runs its definition. Whatever the definition says, it calls declared hosts only,
 * over TLS, and no private network; see {@link Connection}. Memory does not grow with the records.
 */
public final class Engine implements Connector {

  private final DefinitionAdapter adapter;
  private final ClientConnector<Connection> connector;

  /**
   * An engine for a definition; nothing is checked or sent yet.
   *
   * @param schemas by the path the definition has them at, {@code schemas/contact.json}
   * @param environment variables such as {@code HUBSPOT_ACCESS_TOKEN}
   */
  public Engine(
      Definition definition, Map<String, JsonNode> schemas, Map<String, String> environment) {
    this(definition, schemas, environment, List.of());
  }

  /**
   * The same, watched.
   *
   * @param watchers see each request with its credential as it leaves, those for tokens included,
   *     and what comes back; an {@link ApiException} from one of them ends the call
   */
  public Engine(
      Definition definition,
      Map<String, JsonNode> schemas,
      Map<String, String> environment,
      List<Interceptor> watchers) {
    this.adapter = new DefinitionAdapter(definition, schemas, watchers);
    this.connector = new ClientConnector<>(adapter, environment);
  }

  private Engine(DefinitionAdapter adapter, ClientConnector<Connection> connector) {
    this.adapter = adapter;
    this.connector = connector;
  }

  /**
   * An engine that reads by a definition which differs in its resources, with the client of this
   * one: its limits, its tokens and its end.
   */
  public Engine with(Definition other) {
    DefinitionAdapter changed = adapter.with(other);
    return new Engine(changed, connector.with(changed));
  }

  @Override
  public Description describe() {
    return connector.describe();
  }

  @Override
  public void check(EventSink events, Cancellation cancellation) {
    connector.check(events, cancellation);
  }

  @Override
  public void read(ReadRequest request, EventSink events, Cancellation cancellation) {
    connector.read(request, events, cancellation);
  }

  @Override
  public CallResult call(CallRequest request, EventSink events, Cancellation cancellation) {
    return connector.call(request, events, cancellation);
  }

  @Override
  public DeliveryResult webhook(Delivery delivery) {
    return connector.webhook(delivery);
  }

  @Override
  public void close() {
    connector.close();
  }
}
