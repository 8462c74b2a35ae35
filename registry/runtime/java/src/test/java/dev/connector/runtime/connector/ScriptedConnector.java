package dev.connector.runtime.connector;

import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Does as a test says. */
class ScriptedConnector implements Connector {

  /** What a read does. */
  interface Read {
    void read(ReadRequest request, EventSink events, Cancellation cancellation) throws Exception;
  }

  final CountDownLatch closed = new CountDownLatch(1);
  private final Read read;

  ScriptedConnector(Read read) {
    this.read = read;
  }

  @Override
  public Description describe() {
    return new Description(
        "acme",
        "1.0.0",
        List.of(
            new Description.Resource(
                "contacts",
                List.of("list"),
                List.of(),
                List.of(),
                true,
                Optional.empty(),
                Optional.of("contact"))),
        List.of(
            new Description.Setting("apiKey", "ACME_API_KEY", true, true, Optional.empty()),
            new Description.Setting("region", "ACME_REGION", false, false, Optional.of("eu"))),
        Policy.defaults(),
        List.of(
            RateLimit.of(100, Duration.ofSeconds(10)),
            RateLimit.of(250_000, Duration.ofDays(1)).burst(1)),
        true);
  }

  @Override
  public void check(EventSink events, Cancellation cancellation) {
    throw new IllegalStateException("apiKey=topsecretvalue");
  }

  @Override
  public void read(ReadRequest request, EventSink events, Cancellation cancellation) {
    try {
      read.read(request, events, cancellation);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CallResult call(CallRequest request, EventSink events, Cancellation cancellation) {
    return new CallResult(Json.write(request.arguments()), 200, "c-1", 2);
  }

  @Override
  public DeliveryResult webhook(Delivery delivery) {
    return DeliveryResult.refused(Webhooks.Verdict.UNDATED);
  }

  @Override
  public void close() {
    closed.countDown();
  }

  static Event.Record record(int number) {
    return new Event.Record(
        "contacts",
        Json.write(Map.of("id", number)),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
