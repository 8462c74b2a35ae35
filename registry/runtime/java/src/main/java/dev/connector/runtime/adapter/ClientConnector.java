package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
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
 * variables. Nothing is checked before the first command, and memory does not grow with the
 * records.
 */
public final class ClientConnector<C extends AutoCloseable> implements Connector {

  private static final Setting<String> MASK = Setting.optional("maskPersonal", Shape.text());

  private final Adapter<C> adapter;
  private final Map<String, String> environment;
  private final AttemptRouter attempts;
  private final Map<String, RecordType> types = new ConcurrentHashMap<>();
  private Optional<Opened<C>> opened = Optional.empty();
  private Optional<Function<Delivery, DeliveryResult>> judge = Optional.empty();
  private boolean closed;

  public ClientConnector(Adapter<C> adapter, Map<String, String> environment) {
    this(adapter, environment, new AttemptRouter());
  }

  private ClientConnector(
      Adapter<C> adapter, Map<String, String> environment, AttemptRouter attempts) {
    this.adapter = adapter;
    this.environment = Map.copyOf(environment);
    this.attempts = attempts;
  }

  /** Another adapter's connector with the client of this one: its limits, tokens and end. */
  public ClientConnector<C> with(Adapter<C> other) {
    ClientConnector<C> changed = new ClientConnector<>(other, environment, attempts);
    changed.opened = Optional.of(Opened.of(other, opened().client()));
    return changed;
  }

  @Override
  public Description describe() {
    Policy policy = adapter.policy(environment);
    Map<String, Resource<C>> resources = Opened.byName(adapter);
    return new Description(
        adapter.name(),
        adapter.version(),
        resources.values().stream().map(it -> it.description(resources)).toList(),
        adapter.settings().stream().map(this::setting).toList(),
        policy,
        rates(policy),
        adapter.webhooks().isPresent());
  }

  @Override
  public void check(EventSink events, Cancellation cancellation) {
    Opened<C> with = opened();
    attempts.during(
        events,
        () -> {
          try (Changes list =
              adapter.check(with.client()).open(with.http(), Checkpoint.NONE, OptionalLong.of(1))) {
            Cancellation.Registration registration = cancellation.onCancel(list::close);
            boolean any = list.hasNext();
            registration.remove();
            return any;
          }
        });
  }

  @Override
  public void read(ReadRequest request, EventSink events, Cancellation cancellation) {
    Opened<C> with = opened();
    EventSink ordered = oneAtATime(events);
    ResourceReader<C> reader = new ResourceReader<>(with, request);
    Handover handover =
        new Handover(
            type(with, with.resource(request.resource())),
            new Handover.Options(request.limit(), request.canonical(), masked()),
            ordered);
    attempts.during(
        ordered,
        () -> {
          reader.read(handover, cancellation, task -> () -> during(ordered, task));
          return handover;
        });
  }

  @Override
  public CallResult call(CallRequest request, EventSink events, Cancellation cancellation) {
    Opened<C> with = opened();
    String[] names = request.operation().split("\\.", 2);
    Resource.Operation<C> operation =
        with.resource(names[0])
            .operation(names.length == 2 ? names[1] : "")
            .orElseThrow(() -> with.unsupported(request.operation() + ", which is not declared"));
    Arguments arguments =
        Arguments.of(request.operation(), operation.arguments(), request.arguments());
    Request sent = operation.request().apply(with.client(), arguments);
    return attempts.during(events, () -> CallResult.of(with.http().send(sent, cancellation)));
  }

  @Override
  public DeliveryResult webhook(Delivery delivery) {
    return judge(opened()).apply(delivery);
  }

  @Override
  public void close() {
    Optional<Opened<C>> open;
    synchronized (this) {
      closed = true;
      open = opened;
    }
    // Waits for what is in flight, and whoever comes meanwhile is told at once that it is closed.
    open.ifPresent(it -> it.http().close());
  }

  private synchronized Opened<C> opened() {
    if (closed) {
      throw new ApiException(ErrorCode.CANCELLED, "the connector is closed");
    }
    if (opened.isEmpty()) {
      opened = Optional.of(Opened.of(adapter, adapter.connect(environment, attempts)));
    }
    return opened.get();
  }

  private synchronized Function<Delivery, DeliveryResult> judge(Opened<C> with) {
    if (judge.isEmpty()) {
      judge =
          Optional.of(
              adapter
                  .webhooks()
                  .orElseThrow(() -> with.unsupported("webhooks, as none are declared"))
                  .apply(environment));
    }
    return judge.get();
  }

  private RecordType type(Opened<C> with, Resource<C> resource) {
    return types.computeIfAbsent(
        resource.name(),
        name -> {
          Resource.Form form = resource.form();
          JsonNode schema = adapter.schema(form.schema());
          return new RecordType(
              name,
              schema,
              rules(with, form.schema(), schema),
              form.primaryKey(),
              form.personal(),
              form.canonical().map(it -> it.form().get()));
        });
  }

  private RecordSchema rules(Opened<C> with, String file, JsonNode schema) {
    try {
      return RecordSchema.of(schema);
    } catch (IllegalArgumentException e) {
      throw with.unsupported(file + ": " + e.getMessage());
    }
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

  private boolean during(EventSink events, Runnable task) {
    return attempts.during(
        events,
        () -> {
          task.run();
          return true;
        });
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
