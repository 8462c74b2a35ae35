package dev.connector.cli.mcp;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells the client how far a call is, a few times a second, where it asked to be told. */
final class ProgressReport implements Consumer<String> {

  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private final McpSyncServerExchange exchange;
  private final Object token;
  private long last = System.nanoTime() - PAUSE;
  private int steps;

  ProgressReport(McpSyncServerExchange exchange, Object token) {
    this.exchange = exchange;
    this.token = token;
  }

  @Override
  public synchronized void accept(String message) {
    long now = System.nanoTime();
    if (now - last >= PAUSE) {
      last = now;
      steps++;
      exchange.progressNotification(
          ProgressNotification.builder(token, steps).message(message).build());
    }
  }
}
