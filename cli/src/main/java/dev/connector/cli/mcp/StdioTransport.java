package dev.connector.cli.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/**
 * One session over a pair of streams, a message a line. The SDK's own transport ends at the first
 * line that is no message, and tells nobody of a cancellation; this one answers the one and passes
 * the other on.
 */
final class StdioTransport implements McpServerTransportProvider {

  /** Under which a handler finds the id of its request in the transport's context. */
  static final String REQUEST = "request";

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final McpJsonMapper json;
  private final InputStream in;
  private final Consumer<byte[]> out;
  private final Calls calls;
  private final Pending pending = new Pending();
  private McpServerSession session;

  StdioTransport(McpJsonMapper json, InputStream in, Consumer<byte[]> out, Calls calls) {
    this.json = json;
    this.in = in;
    this.out = out;
    this.calls = calls;
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    session = factory.create(new Connection());
  }

  /** Answers until the client closes its end; what is under way then gets a moment to end. */
  void serve() {
    Lines lines = new Lines(in);
    Handshake handshake = new Handshake();
    try {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().isBlank()) {
          accept(new Frame(line.get()), handshake);
        }
      }
    } catch (IOException gone) {
      // An input that fails has ended, too.
    }
    if (!pending.awaitNone(PATIENCE)) {
      calls.cancelAll();
      pending.awaitNone(PATIENCE);
    }
  }

  private void accept(Frame frame, Handshake handshake) {
    Optional<byte[]> answer = frame.mistake().or(() -> handshake.answer(frame));
    if (answer.isPresent()) {
      out.accept(answer.get());
      return;
    }
    try {
      JSONRPCMessage message = McpSchema.deserializeJsonRpcMessage(json, frame.line());
      if (message instanceof JSONRPCNotification note && frame.cancels().isPresent()) {
        cancel(note);
        return;
      }
      Map<String, Object> context = Map.of();
      if (message instanceof JSONRPCRequest request) {
        pending.begin(request.id());
        context = Map.of(REQUEST, request.id());
      }
      McpTransportContext known = McpTransportContext.create(context);
      session
          .handle(message)
          .contextWrite(it -> it.put(McpTransportContext.KEY, known))
          .subscribe(done -> {}, failed -> {});
    } catch (IOException | IllegalArgumentException e) {
      out.accept(frame.invalid("that is no message of this protocol"));
    }
  }

  /** Of a call that is cancelled nothing more is heard. */
  private void cancel(JSONRPCNotification note) {
    Object id = note.params() instanceof Map<?, ?> params ? params.get("requestId") : null;
    if (id != null && pending.cancel(id)) {
      calls.cancel(id);
    }
  }

  private void send(JSONRPCMessage message) throws IOException {
    byte[] line = (json.writeValueAsString(message) + "\n").getBytes(Lines.CHARSET);
    if (!(message instanceof JSONRPCResponse response)) {
      out.accept(line);
    } else if (pending.wanted(response.id())) {
      try {
        out.accept(line);
      } finally {
        pending.end(response.id());
      }
    } else {
      pending.end(response.id());
    }
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return session.sendNotification(method, params);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return session.closeGracefully();
  }

  /** The session's way to the client. */
  private final class Connection implements McpServerTransport {

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
      return Mono.fromCallable(
          () -> {
            send(message);
            return null;
          });
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
      return json.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }

    @Override
    public void close() {
      // The streams are the process's.
    }
  }
}
