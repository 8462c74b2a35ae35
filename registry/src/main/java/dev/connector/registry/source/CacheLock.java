package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Lets one process or thread at a time change a folder of the cache. Ends with the process. */
final class CacheLock {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Path folder;
  private final Duration patience;

  CacheLock(Path folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
  }

  /** What is done while the lock is held. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Does the work as soon as no one else works, and fails where that takes too long. */
  <T> T hold(Work<T> work) throws IOException {
    Files.createDirectories(folder.getParent());
    Path file = folder.resolveSibling(folder.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      await(channel);
      return work.run();
    }
  }

  private void await(FileChannel channel) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isLocked(channel)) {
      if (System.nanoTime() > deadline) {
        throw new ConnectorException(
            Kind.FAILED,
            "another process has been using " + folder + " for " + patience.toSeconds() + " s",
            "wait for it to end, or end it");
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process has it
    }
  }
}
