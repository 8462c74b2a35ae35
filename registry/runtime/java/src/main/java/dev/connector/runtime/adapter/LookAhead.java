package dev.connector.runtime.adapter;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Fetches the first pages of the next few parents' children side by side, while the order stays
 * that of the parents: where reading parents fails, those before have their turn first. Holds at
 * most as many pages as it looks ahead.
 */
final class LookAhead implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 5;

  /** The children of one parent, their first page fetched where there was a look ahead. */
  record Opened(ParentRecord parent, Changes changes) implements AutoCloseable {
    @Override
    public void close() {
      changes.close();
    }
  }

  private record Ahead(Opened opened, Future<?> fetched) {}

  private final int distance;
  private final Iterator<ParentRecord> parents;
  private final Function<ParentRecord, Changes> open;
  private final UnaryOperator<Runnable> work;
  private final Deque<Ahead> ahead = new ArrayDeque<>();
  private final ExecutorService workers;
  private Optional<ApiException> failure = Optional.empty();

  /**
   * @param distance how many parents to look ahead; with 0 each is opened when its turn comes
   * @param open begins to read for a parent; sends nothing yet
   * @param work what is done in another thread, told where to say what it does
   */
  LookAhead(
      int distance,
      Iterator<ParentRecord> parents,
      Function<ParentRecord, Changes> open,
      UnaryOperator<Runnable> work) {
    this.distance = distance;
    this.parents = parents;
    this.open = open;
    this.work = work;
    this.workers = Executors.newFixedThreadPool(Math.max(1, distance), LookAhead::daemon);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "connector-look-ahead");
    thread.setDaemon(true);
    return thread;
  }

  boolean hasNext() {
    return !ahead.isEmpty() || failure.isPresent() || parents.hasNext();
  }

  Opened next(Cancellation cancellation) {
    if (distance == 0) {
      return opened();
    }
    while (ahead.size() < distance && more()) {
      Opened next = opened();
      Runnable fetch = work.apply(() -> fetch(next.changes(), cancellation));
      ahead.add(new Ahead(next, workers.submit(fetch)));
    }
    if (ahead.isEmpty()) {
      throw failure.orElseThrow();
    }
    await(ahead.peek().fetched());
    return ahead.remove().opened();
  }

  private boolean more() {
    try {
      return failure.isEmpty() && parents.hasNext();
    } catch (ApiException later) {
      failure = Optional.of(later);
      return false;
    }
  }

  private Opened opened() {
    ParentRecord parent = parents.next();
    return new Opened(parent, open.apply(parent));
  }

  /** A window that is full at once is reported when the records were handed over. */
  private static void fetch(Changes changes, Cancellation cancellation) {
    Cancellation.Registration registration = cancellation.onCancel(changes::close);
    try {
      changes.hasNext();
    } catch (ApiException failure) {
      if (changes.incomplete().isEmpty()) {
        throw failure;
      }
    } finally {
      registration.remove();
    }
  }

  private static void await(Future<?> fetched) {
    try {
      fetched.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ApiException failure) {
        throw failure;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stop) {
      throw interrupted(stop);
    }
  }

  /** Gives up what was fetched too far; nothing of it is heard afterwards. */
  @Override
  public void close() {
    ahead.forEach(it -> it.opened().close());
    workers.shutdownNow();
    try {
      workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static ApiException interrupted(InterruptedException stop) {
    Thread.currentThread().interrupt();
    return new ApiException(ErrorCode.CANCELLED, "the calling thread was interrupted", stop);
  }
}
