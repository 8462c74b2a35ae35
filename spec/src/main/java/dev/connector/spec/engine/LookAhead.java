package dev.connector.spec.engine;

import dev.connector.runtime.adapter.Changes;
import dev.connector.runtime.connector.AttemptRouter;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Fetches the first pages of the next few parents' children side by side, while the order stays
 * that of the parents. Holds at most as many pages as it looks ahead.
 */
final class LookAhead implements AutoCloseable {

  /** The children of one parent, their first page fetched. */
  record Opened(Parents.Binding parent, Changes changes) implements AutoCloseable {
    @Override
    public void close() {
      changes.close();
    }
  }

  /**
   * How far to look.
   *
   * @param parents how many; 0 opens each when its turn comes
   */
  record Factory(int parents, AttemptRouter attempts, EventSink events) {
    LookAhead over(
        Iterator<Parents.Binding> parents,
        Function<Parents.Binding, Changes> open,
        Cancellation cancellation) {
      return new LookAhead(this, parents, open, cancellation);
    }
  }

  private final Factory settings;
  private final Iterator<Parents.Binding> parents;
  private final Function<Parents.Binding, Changes> open;
  private final Cancellation cancellation;
  private final Deque<Future<Opened>> ahead = new ArrayDeque<>();
  private final ExecutorService workers;

  private LookAhead(
      Factory settings,
      Iterator<Parents.Binding> parents,
      Function<Parents.Binding, Changes> open,
      Cancellation cancellation) {
    this.settings = settings;
    this.parents = parents;
    this.open = open;
    this.cancellation = cancellation;
    this.workers =
        Executors.newFixedThreadPool(
            Math.max(1, settings.parents()),
            task -> {
              Thread thread = new Thread(task, "connector-look-ahead");
              thread.setDaemon(true);
              return thread;
            });
  }

  boolean hasNext() {
    return !ahead.isEmpty() || parents.hasNext();
  }

  Opened next() {
    if (settings.parents() == 0) {
      Parents.Binding parent = parents.next();
      return new Opened(parent, open.apply(parent));
    }
    while (ahead.size() < settings.parents() && parents.hasNext()) {
      Parents.Binding parent = parents.next();
      ahead.add(workers.submit(() -> opened(parent)));
    }
    return result(ahead.remove());
  }

  private Opened opened(Parents.Binding parent) {
    Changes changes = open.apply(parent);
    Cancellation.Registration registration = cancellation.onCancel(changes::close);
    try {
      return settings
          .attempts()
          .during(
              settings.events(),
              () -> {
                fetch(changes);
                return new Opened(parent, changes);
              });
    } finally {
      registration.remove();
    }
  }

  /** A window that is full at once is reported when the records were handed over. */
  private static void fetch(Changes changes) {
    try {
      changes.hasNext();
    } catch (ApiException failure) {
      if (changes.incomplete().isEmpty()) {
        throw failure;
      }
    }
  }

  private static Opened result(Future<Opened> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ApiException failure) {
        throw failure;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ApiException(ErrorCode.CANCELLED, "the calling thread was interrupted", stop);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
