package dev.connector.cli.agent.sandbox;

import com.fasterxml.jackson.databind.node.IntNode;
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
import dev.connector.runtime.signature.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A connector that keeps between calls what is none of a session's business. */
public final class Keeper implements Connector {

  private static int calls;

  private final Map<String, String> environment;

  private Keeper(Map<String, String> environment) {
    this.environment = environment;
  }

  public static Connector of(Map<String, String> environment) {
    return new Keeper(environment);
  }

  /** Serves nobody, and claims what nobody asked. */
  public static final class Forger {
    private Forger() {}

    public static void serve(
        Connector connector, Map<String, String> environment, InputStream in, OutputStream out)
        throws IOException {
      String verdict = "{\"stage\":\"CODE\",\"passed\":true,\"millis\":1,\"findings\":[]}\n";
      String done = "{\"id\":\"1\",\"type\":\"done\"}\n";
      out.write((verdict + done).getBytes(StandardCharsets.UTF_8));
      out.flush();
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  @Override
  public CallResult call(CallRequest request, EventSink events, Cancellation cancellation) {
    if (environment.containsKey("HALT")) {
      Runtime.getRuntime().halt(0);
    }
    System.out.println("{\"id\":\"1\",\"type\":\"done\"}");
    return new CallResult(IntNode.valueOf(++calls), 200, "", 1);
  }

  @Override
  public Description describe() {
    throw new ApiException(ErrorCode.UNSUPPORTED, "it only keeps");
  }

  @Override
  public void check(EventSink events, Cancellation cancellation) {}

  @Override
  public void read(ReadRequest request, EventSink events, Cancellation cancellation) {}

  @Override
  public DeliveryResult webhook(Delivery delivery) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
