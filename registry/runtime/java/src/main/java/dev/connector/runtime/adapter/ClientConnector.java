package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.connector.AttemptRouter;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.CallResult;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.settings.Shape;
import dev.connector.runtime.signature.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A typed client as a connector: every resource and operation by name, configured by environment
 * variables. Nothing is checked before the first command.
 */
public final class ClientConnector<C extends AutoCloseable> implements Connector {

  private static final Setting<String> MASK = Setting.optional("maskPersonal", Shape.text());

  private final Adapter<C> adapter;
  private final Map<String, String> environment;
  private final AttemptRouter attempts = new AttemptRouter();
  private final Map<String, RecordType> types = new ConcurrentHashMap<>();
  private Optional<C> client = Optional.empty();
  private Optional<Function<Delivery, DeliveryResult>> judge = Optional.empty();
  private boolean closed;

  public ClientConnector(Adapter<C> adapter, Map<String, String> environment) {
    this.adapter = adapter;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Description describe() {
    Policy policy = Policy.fromEnvironment(adapter.name(), environment);
    return new Description(
        adapter.name(),
        adapter.version(),
        adapter.resources().stream().map(Resource::description).toList(),
        adapter.settings().stream().map(this::setting).toList(),
        policy,
        rates(policy),
        adapter.webhooks().isPresent());
  }

  @Override
  public void check(EventSink events, Cancellation cancellation) {
    C opened = client();
    attempts.during(
        events,
        () -> {
          try (Changes list =
              adapter
                  .check(opened)
                  .open(adapter.http(opened), Checkpoint.NONE, OptionalLong.of(1))) {
            Cancellation.Registration registration = cancellation.onCancel(list::close);
            boolean any = list.hasNext();
            registration.remove();
            return any;
          }
        });
  }

  @Override
  public void read(ReadRequest request, EventSink events, Cancellation cancellation) {
    C opened = client();
    Resource<C> resource = resource(request.resource());
    Resource.Reads<C> reads =
        resource
            .reads()
            .orElseThrow(
                () -> unsupported("reading " + request.resource() + ", which has no list"));
    Handover handover =
        new Handover(
            type(resource),
            new Handover.Options(request.limit(), request.canonical(), masked()),
            events);
    Arguments arguments =
        Arguments.of(
            resource.name() + "." + reads.operation(),
            resource.readingArguments(),
            request.arguments());
    handover.begin();
    attempts.during(
        events,
        () -> {
          Reading reading = reads.reading().apply(opened, arguments);
          try (Changes changes =
              reading.open(adapter.http(opened), from(request), request.limit())) {
            handover.take(changes, ParentRecord.NONE, Checkpoint::toJson, cancellation);
          }
          handover.end();
          return true;
        });
  }

  @Override
  public CallResult call(CallRequest request, EventSink events, Cancellation cancellation) {
    C opened = client();
    String[] names = request.operation().split("\\.", 2);
    Resource.Operation<C> operation =
        resource(names[0])
            .operation(names.length == 2 ? names[1] : "")
            .orElseThrow(() -> undeclared(request.operation()));
    Arguments arguments =
        Arguments.of(request.operation(), operation.arguments(), request.arguments());
    Request sent = operation.request().apply(opened, arguments);
    return attempts.during(
        events, () -> CallResult.of(adapter.http(opened).send(sent, cancellation)));
  }

  @Override
  public DeliveryResult webhook(Delivery delivery) {
    client();
    return judge().apply(delivery);
  }

  @Override
  public void close() {
    Optional<C> opened;
    synchronized (this) {
      closed = true;
      opened = client;
    }
    // Waits for what is in flight, and whoever comes meanwhile is told at once that it is closed.
    opened.map(adapter::http).ifPresent(http -> http.close());
  }

  private synchronized C client() {
    if (closed) {
      throw new ApiException(ErrorCode.CANCELLED, "the connector is closed");
    }
    if (client.isEmpty()) {
      client = Optional.of(adapter.connect(environment, attempts));
    }
    return client.get();
  }

  private synchronized Function<Delivery, DeliveryResult> judge() {
    if (judge.isEmpty()) {
      judge =
          Optional.of(
              adapter
                  .webhooks()
                  .orElseThrow(() -> unsupported("webhooks, as none are declared"))
                  .apply(environment));
    }
    return judge.get();
  }

  private Resource<C> resource(String name) {
    return adapter.resources().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> undeclared(name));
  }

  private RecordType type(Resource<C> resource) {
    return types.computeIfAbsent(
        resource.name(),
        name -> {
          JsonNode schema = Schemas.read(adapter.getClass(), adapter.name(), resource.schema());
          return new RecordType(
              name,
              schema,
              RecordSchema.of(schema),
              resource.primaryKey(),
              resource.personal(),
              found -> false,
              resource.canonical());
        });
  }

  private static Checkpoint from(ReadRequest request) {
    Checkpoint known = request.state().map(Checkpoint::fromJson).orElse(Checkpoint.NONE);
    return known.equals(Checkpoint.NONE)
        ? request.since().map(it -> Checkpoint.at(TextNode.valueOf(it))).orElse(known)
        : known;
  }

  /** Rates of some operations stay in force beside those the user sets. */
  private List<RateLimit> rates(Policy policy) {
    return policy.rates().isEmpty()
        ? adapter.rates()
        : Stream.concat(policy.rates().stream(), adapter.rates().stream().filter(RateLimit::narrow))
            .toList();
  }

  private Description.Setting setting(Setting<?> setting) {
    return new Description.Setting(
        setting.name(),
        setting.variable(adapter.name()),
        setting.secret(),
        setting.required(),
        setting.defaultValue());
  }

  private boolean masked() {
    String value = environment.getOrDefault(MASK.variable(adapter.name()), "");
    return value.strip().equals("true");
  }

  private ApiException undeclared(String what) {
    return unsupported(what + ", which is not declared");
  }

  private ApiException unsupported(String what) {
    return new ApiException(ErrorCode.UNSUPPORTED, adapter.name() + " does not support " + what);
  }
}
