package dev.connector.registry.workspace.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The right to change a project, held by one process at a time.
 *
 * <p>The operating system releases it when a process dies, so nothing stale can stay behind.
 */
final class RunLock implements AutoCloseable {

  // Far behind the text, because Windows forbids others to read what is locked.
  private static final long POSITION = 1L << 40;

  private static final int LONGEST = 4096;

  private final FileChannel channel;

  // Kept open as long as the lock: POSIX releases all locks of a process on a file as soon as the
  // process closes any of its channels to that file.
  private final FileChannel named;

  private RunLock(FileChannel channel, FileChannel named) {
    this.channel = channel;
    this.named = named;
  }

  /** Takes the lock, or fails at once saying who has it. */
  static RunLock take(Path file, String title, Instant now) throws IOException {
    while (true) {
      FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      try {
        FileLock lock = channel.tryLock(POSITION, 1, false);
        if (lock == null) {
          throw taken(channel);
        }
        byte[] holder = "process %d, %s, since %s".formatted(pid(), title, now).getBytes(UTF_8);
        channel.truncate(0).write(ByteBuffer.wrap(holder), 0);
        Optional<FileChannel> named = named(file);
        if (named.isPresent() && Arrays.equals(content(named.get()), holder)) {
          return new RunLock(channel, named.get());
        }
        // Its last holder removed the file while we opened it: whoever comes next makes a new one.
        if (named.isPresent()) {
          named.get().close();
        }
        channel.close();
      } catch (OverlappingFileLockException sameProcess) {
        ConnectorException failure = taken(channel);
        channel.close();
        throw failure;
      } catch (IOException | RuntimeException failure) {
        channel.close();
        throw failure;
      }
    }
  }

  /** What has the lock's name now, which may be another file than the one that was opened. */
  private static Optional<FileChannel> named(Path file) throws IOException {
    try {
      return Optional.of(
          FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException removed) {
      return Optional.empty();
    }
  }

  private static byte[] content(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST);
    channel.read(text, 0);
    return Arrays.copyOf(text.array(), text.position());
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static ConnectorException taken(FileChannel channel) throws IOException {
    String holder = new String(content(channel), UTF_8);
    return new ConnectorException(
        Kind.FAILED,
        "another connector command is changing this project"
            + (holder.isEmpty() ? "" : " (" + holder + ")"),
        "wait until it has ended, then run the command again");
  }

  @Override
  public void close() throws IOException {
    named.close();
    channel.close();
  }
}
