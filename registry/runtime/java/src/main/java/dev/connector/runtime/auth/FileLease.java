package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Patience;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;

/**
 * The right to change a file, held by one thread of one process at a time. It ends with the process
 * at the latest, so that a crash leaves nothing locked.
 */
final class FileLease {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final FileChannel channel;

  private FileLease(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lease of a file, which lies beside it as {@code <file>.lock} and stays there: a
   * lock that is deleted can be held twice.
   *
   * @throws ApiException with {@link ErrorCode#TIMEOUT} or {@link ErrorCode#CANCELLED} where the
   *     patience ends first
   */
  static FileLease of(Path file, Patience patience) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    FileChannel channel = null;
    try {
      OwnerOnly.folder(lock.getParent());
      channel =
          FileChannel.open(
              lock,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              OwnerOnly.file(lock));
      while (!taken(channel)) {
        patience.budget().check();
        patience.cancellation().sleep(PAUSE);
      }
      return new FileLease(channel);
    } catch (IOException failure) {
      close(channel);
      throw new ApiException(ErrorCode.INVALID_CONFIG, "cannot lock " + lock, failure);
    } catch (RuntimeException stop) {
      close(channel);
      throw stop;
    }
  }

  private static boolean taken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      return false; // another thread of this process has it
    }
  }

  void close() {
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException lost) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, "cannot unlock a token file", lost);
    }
  }
}
