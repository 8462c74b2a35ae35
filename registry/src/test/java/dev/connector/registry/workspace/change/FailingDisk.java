package dev.connector.registry.workspace.change;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A real disk that goes wrong at the n-th write. */
final class FailingDisk implements Disk {

  /** What happens from the n-th write on. */
  enum Fault {
    /** The process is gone; a write may have got half-way. */
    KILL,
    /** Nothing new fits, while renaming and deleting still work. */
    FULL,
    /** Nothing can be written at all. */
    READ_ONLY,
    /** This one write fails, the next ones work. */
    HICCUP
  }

  /** Stands for a killed process: nothing may catch it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private final Disk real = new LocalDisk();
  private final Fault fault;
  private final int at;
  private int writes;

  FailingDisk(Fault fault, int at) {
    this.fault = fault;
    this.at = at;
  }

  /** How many writes have been asked for. */
  int writes() {
    return writes;
  }

  private boolean failing() {
    return writes >= at;
  }

  private void step(Path path, boolean needsSpace) throws IOException {
    writes++;
    if (!failing()) {
      return;
    }
    switch (fault) {
      case KILL:
        throw new Killed();
      case FULL:
        if (needsSpace) {
          throw new FileSystemException(path.toString(), null, "No space left on device");
        }
        break;
      case READ_ONLY:
        throw new AccessDeniedException(path.toString());
      default:
        if (writes == at) {
          throw new FileSystemException(path.toString(), null, "Input/output error");
        }
    }
  }

  private void alive() {
    if (fault == Fault.KILL && failing()) {
      throw new Killed();
    }
  }

  @Override
  public Optional<byte[]> read(Path file) throws IOException {
    alive();
    return real.read(file);
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    alive();
    return real.list(directory);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    boolean before = failing();
    try {
      step(file, true);
    } catch (IOException | Killed failure) {
      if (!before && fault != Fault.READ_ONLY) {
        real.write(file, Arrays.copyOf(content, content.length / 2));
      }
      throw failure;
    }
    real.write(file, content);
  }

  @Override
  public void copyMode(Path from, Path to) throws IOException {
    step(to, false);
    real.copyMode(from, to);
  }

  @Override
  public void makeDirectory(Path directory) throws IOException {
    step(directory, !directory.toFile().exists());
    real.makeDirectory(directory);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step(to, false);
    real.move(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    step(path, false);
    real.delete(path);
  }

  @Override
  public void sync(Collection<Path> paths) throws IOException {
    step(paths.iterator().next(), false);
  }
}
