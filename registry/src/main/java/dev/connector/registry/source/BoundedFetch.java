package dev.connector.registry.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Runs a fetch and stops waiting for it when it takes too long or brings too much. Time-outs of
 * single reads do not end a server that sends a byte now and then.
 */
final class BoundedFetch {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Path objects;
  private final GitSettings.Limits limits;
  private final GitFailure failure;

  BoundedFetch(Path objects, GitSettings.Limits limits, GitFailure failure) {
    this.objects = objects;
    this.limits = limits;
    this.failure = failure;
  }

  Optional<ObjectId> run(Callable<Optional<ObjectId>> fetch, FetchProgress progress)
      throws IOException {
    CompletableFuture<Optional<ObjectId>> result = new CompletableFuture<>();
    Thread worker = new Thread(() -> complete(result, fetch), "fetch");
    worker.setDaemon(true);
    worker.start();
    try {
      return await(result);
    } finally {
      progress.stop();
      worker.interrupt();
    }
  }

  private Optional<ObjectId> await(CompletableFuture<Optional<ObjectId>> result)
      throws IOException {
    long before = size();
    long deadline = System.nanoTime() + limits.total().toNanos();
    while (true) {
      try {
        return result.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (size() - before > limits.bytes()) {
          throw failure.tooLarge();
        }
        if (System.nanoTime() > deadline) {
          throw failure.tooSlow(limits.total().toSeconds(), e);
        }
      } catch (ExecutionException e) {
        throw failure.of(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private static void complete(
      CompletableFuture<Optional<ObjectId>> result, Callable<Optional<ObjectId>> fetch) {
    try {
      result.complete(fetch.call());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  /** What is in the object folder and, where unfinished packs grow, directly below it. */
  private long size() throws IOException {
    long size = 0;
    for (Path folder : new Path[] {objects, objects.resolve("pack")}) {
      try (Stream<Path> files = Files.list(folder)) {
        size += files.mapToLong(file -> file.toFile().length()).sum();
      } catch (NoSuchFileException e) {
        continue; // not there yet: nothing came
      }
    }
    return size;
  }
}
