package dev.connector.cli.mcp;

import dev.connector.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls that are going on, so that a client can stop one. */
final class Calls {

  private record Call(Thread thread, Terminal terminal) {
    void stop() {
      terminal.interrupt();
      thread.interrupt();
    }
  }

  private final Map<Object, Call> running = new HashMap<>();

  /** The current thread begins to work for a request. */
  synchronized void begin(Object request, Terminal terminal) {
    running.put(request, new Call(Thread.currentThread(), terminal));
  }

  /** It has ended; the thread goes on to other work undisturbed. */
  synchronized void end(Object request) {
    running.remove(request);
    Thread.interrupted();
  }

  /** Stops the work for a request, if it is still going on. */
  synchronized void cancel(Object request) {
    Call call = running.get(request);
    if (call != null) {
      call.stop();
    }
  }

  /** Stops everything. */
  synchronized void cancelAll() {
    List<Call> all = new ArrayList<>(running.values());
    all.forEach(Call::stop);
  }
}
