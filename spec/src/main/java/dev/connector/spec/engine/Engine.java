package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.adapter.Handover;
import dev.connector.runtime.adapter.RecordType;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.connector.AttemptRouter;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.CallResult;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.RecordStream;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.runtime.signature.Delivery;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Interceptor;

/**
 * A connector that runs its definition. Whatever the definition says, it calls declared hosts only,
 * over TLS, and no private network; see {@link Connection}. Memory does not grow with the records.
 */
public final class Engine implements Connector {

  /** Parents whose children's first pages are fetched side by side. */
  private static final int LOOK_AHEAD = 4;

  private final Definition definition;
  private final Environment environment;
  private final Map<String, JsonNode> schemas;
  private final Map<String, RecordSchema> compiled = new HashMap<>();
  private final AttemptRouter attempts;
  private final List<Interceptor> watchers;
  private Optional<Connection> connection = Optional.empty();
  private Optional<WebhookJudge> webhooks = Optional.empty();
  private boolean closed;

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
    this.definition = definition;
    this.schemas = Map.copyOf(schemas);
    this.environment = new Environment(definition, environment);
    this.attempts = new AttemptRouter();
    this.watchers = List.copyOf(watchers);
  }

  private Engine(Engine other, Definition definition) {
    this.definition = definition;
    this.schemas = other.schemas;
    this.environment = other.environment;
    this.attempts = other.attempts;
    this.watchers = other.watchers;
    this.connection = Optional.of(other.connection().of(definition));
  }

  /**
   * An engine that reads by a definition which differs in its resources, with the client of this
   * one: its limits, its tokens and its end.
   */
  public Engine with(Definition other) {
    return new Engine(this, other);
  }

  @Override
  public Description describe() {
    return new EngineDescription(definition, environment).describe();
  }

  @Override
  public void check(EventSink events, Cancellation cancellation) {
    attempts.during(
        events, () -> checked(definition.check().orElseGet(this::cheapest), cancellation));
  }

  private boolean checked(OperationName name, Cancellation cancellation) {
    ResourcePlan plan = ResourcePlan.of(connection(), name.resource());
    if (operation(name).answer().records().isEmpty()) {
      connection().client().send(request(name, Map.of()), cancellation);
      return true;
    }
    var list = plan.listing(name.operation(), connection().settings()).limit(1);
    try (RecordStream<JsonNode> stream = connection().client().list(list)) {
      Cancellation.Registration registration = cancellation.onCancel(stream::close);
      boolean any = stream.hasNext();
      registration.remove();
      return any;
    }
  }

  @Override
  public void read(ReadRequest request, EventSink events, Cancellation cancellation) {
    EventSink ordered = oneAtATime(events);
    ResourcePlan plan = ResourcePlan.of(connection(), request.resource());
    Resource resource = plan.resource();
    Handover.Options options =
        new Handover.Options(request.limit(), request.canonical(), environment.masksPersonal());
    Handover handover = new Handover(type(request.resource(), resource), options, ordered);
    ResourceReader reader = new ResourceReader(plan, request, handover, cancellation);
    boolean several = resource.reading().parent().isPresent() && request.limit().isEmpty();
    LookAhead.Factory lookAhead =
        new LookAhead.Factory(several ? LOOK_AHEAD : 0, attempts, ordered);
    attempts.during(
        ordered,
        () -> {
          reader.read(lookAhead);
          return handover;
        });
  }

  @Override
  public CallResult call(CallRequest request, EventSink events, Cancellation cancellation) {
    OperationName name = OperationName.parse(request.operation());
    ApiClient client = connection().client();
    return attempts.during(
        events, () -> CallResult.of(client.send(request(name, request.arguments()), cancellation)));
  }

  private Request request(OperationName name, Map<String, JsonNode> arguments) {
    Operation operation = operation(name);
    ResourcePlan plan = ResourcePlan.of(connection(), name.resource());
    Values values = Arguments.of(name.toString(), operation).in(connection().settings(), arguments);
    return new RequestTranslation(name, operation)
        .request(plan.fromStart(name.operation(), values));
  }

  @Override
  public DeliveryResult webhook(Delivery delivery) {
    return judge().judge(delivery);
  }

  @Override
  public void close() {
    Optional<Connection> open;
    synchronized (this) {
      closed = true;
      open = connection;
    }
    // Waits for what is in flight, and whoever comes meanwhile is told at once that it is closed.
    open.ifPresent(Connection::close);
  }

  /** The settings checked and the client made, once. */
  synchronized Connection connection() {
    if (closed) {
      throw new ApiException(ErrorCode.CANCELLED, "the connector is closed");
    }
    if (connection.isEmpty()) {
      connection = Optional.of(Connection.open(definition, environment, attempts, watchers));
    }
    return connection.get();
  }

  private synchronized WebhookJudge judge() {
    if (webhooks.isEmpty()) {
      var declared =
          definition
              .webhooks()
              .orElseThrow(() -> Unsupported.feature("webhooks, as none are declared"));
      webhooks =
          Optional.of(new WebhookJudge(declared, connection().settings(), definition::variable));
    }
    return webhooks.get();
  }

  private RecordType type(String name, Resource resource) {
    var record = resource.record();
    return new RecordType(
        name,
        schema(resource),
        compiled(resource),
        record.primaryKey(),
        record.personal(),
        record.canonical().map(Engine::form));
  }

  private static CanonicalForm form(CanonicalMapping mapping) {
    try {
      return CanonicalType.of(mapping.type()).form(mapping);
    } catch (IllegalArgumentException unknown) {
      throw Unsupported.feature("the canonical type " + mapping.type() + ", which there is not");
    }
  }

  private JsonNode schema(Resource resource) {
    return Optional.ofNullable(schemas.get(resource.record().schema()))
        .orElseThrow(() -> Unsupported.feature("a missing schema, " + resource.record().schema()));
  }

  private synchronized RecordSchema compiled(Resource resource) {
    return compiled.computeIfAbsent(
        resource.record().schema(),
        file -> {
          try {
            return RecordSchema.of(schema(resource));
          } catch (IllegalArgumentException e) {
            throw Unsupported.feature(file + ": " + e.getMessage());
          }
        });
  }

  /** The first list that needs no parent. */
  private OperationName cheapest() {
    return definition.resources().entrySet().stream()
        .filter(it -> it.getValue().reading().parent().isEmpty())
        .flatMap(
            it ->
                it.getValue().reading().operation().stream()
                    .map(operation -> new OperationName(it.getKey(), operation)))
        .findFirst()
        .orElseThrow(() -> Unsupported.feature("a check, as nothing can be listed"));
  }

  private Operation operation(OperationName name) {
    return Optional.ofNullable(definition.resources().get(name.resource()))
        .map(resource -> resource.operations().get(name.operation()))
        .orElseThrow(
            () -> Unsupported.feature("the operation " + name + ", which is not declared"));
  }

  private static EventSink oneAtATime(EventSink events) {
    Object turn = new Object();
    return event -> {
      synchronized (turn) {
        events.accept(event);
      }
    };
  }
}
