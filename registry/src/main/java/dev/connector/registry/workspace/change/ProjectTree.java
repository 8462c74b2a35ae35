package dev.connector.registry.workspace.change;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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

  private final Boundary boundary;
  private final Disk disk;
  private final JournalStore journals;

  private ProjectTree(Boundary boundary, Disk disk, JournalStore journals) {
    this.boundary = boundary;
    this.disk = disk;
    this.journals = journals;
  }

  /** The tree below an existing directory. */
  public static ProjectTree at(Path root) {
    return at(root, new LocalDisk(), Clock.systemUTC());
  }

  static ProjectTree at(Path root, Disk disk, Clock clock) {
    Objects.requireNonNull(disk);
    try {
      Boundary boundary = new Boundary(root.toRealPath());
      return new ProjectTree(boundary, disk, new JournalStore(boundary, disk, clock));
    } catch (IOException absent) {
      throw Failures.cannot("read", root.toString(), absent);
    }
  }

  /** The directory, with links resolved. */
  public Path root() {
    return boundary.root();
  }

  /**
   * The content of a file; empty where there is none. Fails on a link or a path out of the project.
   */
  public Optional<byte[]> read(String path) {
    try {
      return disk.read(boundary.locate(path));
    } catch (IOException failure) {
      throw Failures.cannot("read", path, failure);
    }
  }

  /** The operation that was interrupted here, if one was. Reads only. */
  public Optional<Operation> unfinished() {
    try {
      return journals.unfinished();
    } catch (IOException failure) {
      throw Failures.cannot("read", JournalStore.FOLDER, failure);
    }
  }

  /**
   * Brings an interrupted operation to an end; to be called before planning. Writes nothing where
   * there is none.
   */
  public Optional<Mended> mend() {
    if (unfinished().isEmpty()) {
      return Optional.empty();
    }
    try (JournalStore.Session session = journals.open("mend")) {
      return session.mend();
    } catch (IOException failure) {
      throw new ConnectorException(
          Kind.FAILED,
          "an interrupted operation could not be ended: " + Failures.reason(failure),
          "put that right, then run: connector status",
          failure);
    }
  }

  /** The operations that can still be undone, newest first. */
  public List<Operation> history() {
    try {
      List<Operation> operations = new ArrayList<>(journals.done());
      Collections.reverse(operations);
      return List.copyOf(operations);
    } catch (IOException failure) {
      throw Failures.cannot("read", JournalStore.FOLDER, failure);
    }
  }

  /** How the newest operation of the history would be taken back; empty where there is none. */
  public Optional<Undo> undo() {
    try {
      return journals.undo();
    } catch (IOException failure) {
      throw Failures.cannot("read", JournalStore.FOLDER, failure);
    }
  }

  /**
   * What an operation of the history found at a place it changed; empty where nothing was there.
   *
   * @throws ConnectorException where the operation did not change that place
   */
  public Optional<byte[]> before(Operation operation, String path) {
    try {
      return journals.before(operation, path);
    } catch (IOException failure) {
      throw Failures.cannot("read", JournalStore.FOLDER, failure);
    }
  }

  /**
   * Takes an operation back: every file is as it was, byte for byte and with its mode. Killed
   * half-way, it is brought to its end by the next command.
   *
   * @throws ConnectorException of kind CONFLICT where files were edited since, naming them, or
   *     where it is no longer the newest operation
   */
  public void apply(Undo undo) {
    try (JournalStore.Session session = journals.open("undo " + undo.operation().title())) {
      session.mend();
      session.undo(undo);
    } catch (IOException failure) {
      throw Failures.nothingChanged(failure);
    }
  }

  /**
   * Applies a plan, all or nothing; an empty plan writes nothing.
   *
   * @return the operation as recorded; empty for an empty plan
   */
  public Optional<Operation> apply(Plan plan) {
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    requireUnchanged(plan);
    try (JournalStore.Session session = journals.open(plan.title())) {
      session.mend();
      requireUnchanged(plan);
      return Optional.of(session.stage(plan).carryOut());
    } catch (IOException failure) {
      throw Failures.nothingChanged(failure);
    }
  }

  private void requireUnchanged(Plan plan) {
    for (Change change : plan.changes()) {
      Optional<byte[]> now = read(change.path());
      boolean same =
          now.isPresent()
              ? change.before().isPresent() && Arrays.equals(now.get(), change.before().get())
              : change.before().isEmpty();
      if (!same) {
        throw new ConnectorException(
            Kind.CONFLICT,
            change.path() + " was changed since the plan was made; nothing was written",
            "run the command again");
      }
    }
  }
}
