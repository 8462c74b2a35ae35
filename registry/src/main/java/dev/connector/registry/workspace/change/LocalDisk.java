package dev.connector.registry.workspace.change;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The file system of this machine. */
final class LocalDisk implements Disk {

  private static final int SYNCS = 8;
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  @Override
  public Optional<byte[]> read(Path file) throws IOException {
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is not a regular file");
    }
    return Optional.of(Files.readAllBytes(file));
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (NoSuchFileException | NotDirectoryException absent) {
      return List.of();
    }
    Collections.sort(names);
    return names;
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public void copyMode(Path from, Path to) throws IOException {
    PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (source != null) {
      Files.setPosixFilePermissions(to, source.readAttributes().permissions());
    }
  }

  @Override
  public void makeDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectory(directory);
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      // A folder of the project may be a mount point: copy next to the target, then rename there.
      Path beside = to.resolveSibling("." + to.getFileName() + ".connector");
      Files.copy(
          from,
          beside,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES,
          LinkOption.NOFOLLOW_LINKS);
      Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(from);
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  /** Side by side, since a file system commits what waits at the same time at once. */
  @Override
  public void sync(Collection<Path> paths) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(SYNCS, Math.max(1, paths.size())));
    try {
      List<Future<?>> waiting = new ArrayList<>();
      for (Path path : paths) {
        waiting.add(pool.submit(() -> force(path)));
      }
      for (Future<?> each : waiting) {
        each.get();
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof IOException known
          ? known
          : new IOException(failure.getCause().getMessage(), failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while writing");
    } finally {
      pool.shutdownNow();
    }
  }

  private static Void force(Path path) throws IOException {
    boolean directory = Files.isDirectory(path);
    if (!directory || POSIX) {
      // Windows can neither open a directory nor needs it: NTFS journals its entries.
      // Elsewhere reading suffices, and a staged file may be as read-only as the one it is for.
      StandardOpenOption access = POSIX ? StandardOpenOption.READ : StandardOpenOption.WRITE;
      try (FileChannel channel = FileChannel.open(path, access)) {
        channel.force(true);
      }
    }
    return null;
  }
}
