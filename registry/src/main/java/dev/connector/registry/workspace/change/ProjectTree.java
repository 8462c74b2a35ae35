package dev.connector.registry.workspace.change;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A project's folder, changed by plans alone.
 *
 * <p>A plan is applied completely or not at all: it is staged in a journal under {@code
 * .connectors/undo/} first, and a run that was killed half-way is brought to an end by the next
 * one.
 */
public final class ProjectTree {

  /** Where everything of ours is, relative to the project. */
  public static final String FOLDER = ".connectors";

  private ProjectTree() {}

  /** The tree below an existing directory. */
  public static ProjectTree at(Path root) {
    return at(root, null, Clock.systemUTC());
  }

  static ProjectTree at(Path root, Disk disk, Clock clock) {
    throw new UnsupportedOperationException();
  }

  /** The directory, with links resolved. */
  public Path root() {
    throw new UnsupportedOperationException();
  }

  /**
   * The content of a file; empty where there is none. Fails on a link or a path out of the project.
   */
  public Optional<byte[]> read(String path) {
    throw new UnsupportedOperationException();
  }

  /** The operation that was interrupted here, if one was. Reads only. */
  public Optional<Operation> unfinished() {
    throw new UnsupportedOperationException();
  }

  /**
   * Brings an interrupted operation to an end; to be called before planning. Writes nothing where
   * there is none.
   */
  public Optional<Mended> mend() {
    throw new UnsupportedOperationException();
  }

  /** The operations that can still be undone, newest first. */
  public List<Operation> history() {
    throw new UnsupportedOperationException();
  }

  /**
   * Applies a plan, all or nothing; an empty plan writes nothing.
   *
   * @return the operation as recorded; empty for an empty plan
   */
  public Optional<Operation> apply(Plan plan) {
    throw new UnsupportedOperationException();
  }
}
