package dev.connector.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Work on other threads, none of which outlives its test. */
public final class Background implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  public <T> Future<T> start(Callable<T> work) {
    return threads.submit(work);
  }

  /** Does the same on many threads at once. */
  public <T> List<T> all(int times, Callable<T> work) throws Exception {
    List<Future<T>> started = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      started.add(start(work));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : started) {
      results.add(result(future));
    }
    return results;
  }

  public static <T> T result(Future<T> future) throws Exception {
    try {
      return future.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  public static void eventually(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not happen in time");
      }
      Thread.sleep(2);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
