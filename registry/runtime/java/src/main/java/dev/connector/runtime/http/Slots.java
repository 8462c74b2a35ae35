package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Budget;
import dev.connector.runtime.message.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds the number of requests in flight; whoever has to wait is served in order. A semaphore
 * would do, but for waits that another thread can cancel.
 */
final class Slots {

  private final Deque<CompletableFuture<Void>> queue = new ArrayDeque<>();
  private int free;

  Slots(int count) {
    this.free = count;
  }

  void acquire(Budget budget, Cancellation cancellation) {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    synchronized (this) {
      if (free > 0) {
        free--;
        return;
      }
      queue.add(turn);
    }
    Cancellation.Registration registration = cancellation.onCancel(() -> turn.cancel(false));
    try {
      await(turn, budget);
    } catch (ApiException e) {
      leave(turn);
      throw e;
    } finally {
      registration.remove();
    }
  }

  private static void await(CompletableFuture<Void> turn, Budget budget) {
    try {
      turn.get(budget.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (CancellationException e) {
      throw Cancellation.error();
    } catch (TimeoutException e) {
      throw budget.exhausted();
    } catch (InterruptedException e) {
      throw Cancellation.interrupted(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // a turn never completes with a failure
    }
  }

  synchronized void release() {
    CompletableFuture<Void> next = queue.poll();
    while (next != null && !next.complete(null)) {
      next = queue.poll();
    }
    if (next == null) {
      free++;
    }
  }

  /** Leaves the queue, or gives back the slot that was granted in the same moment. */
  private synchronized void leave(CompletableFuture<Void> turn) {
    queue.remove(turn);
    boolean granted = !turn.cancel(false);
    if (granted) {
      release();
    }
  }
}
