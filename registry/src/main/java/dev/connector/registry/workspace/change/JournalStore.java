package dev.connector.registry.workspace.change;

import dev.connector.registry.workspace.change.Mended.Outcome;
import dev.connector.registry.workspace.change.Transaction.State;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The journals of a project, {@code .connectors/undo/<id>/}: the last few operations, oldest first.
 */
final class JournalStore {

  static final String FOLDER = ProjectTree.FOLDER + "/undo";

  private static final int KEPT = 5;
  private static final Set<State> UNFINISHED = Set.of(State.PENDING, State.STAGED, State.UNDOING);

  private final Boundary boundary;
  private final Disk disk;
  private final Clock clock;

  JournalStore(Boundary boundary, Disk disk, Clock clock) {
    this.boundary = boundary;
    this.disk = disk;
    this.clock = clock;
  }

  /** The operation that was cut off, if one was. */
  Optional<Operation> unfinished() throws IOException {
    for (String id : ids()) {
      Transaction transaction = transaction(id);
      if (UNFINISHED.contains(transaction.state())) {
        return Optional.of(describe(id, transaction));
      }
    }
    return Optional.empty();
  }

  /** The operations that came to their end. */
  List<Operation> done() throws IOException {
    List<Operation> operations = new ArrayList<>();
    for (String id : ids()) {
      Transaction transaction = transaction(id);
      if (transaction.state() == State.DONE) {
        operations.add(describe(id, transaction));
      }
    }
    return operations;
  }

  /** How the newest operation that came to its end would be taken back. */
  Optional<Undo> undo() throws IOException {
    List<Operation> done = done();
    if (done.isEmpty()) {
      return Optional.empty();
    }
    Operation newest = done.get(done.size() - 1);
    Transaction transaction = transaction(newest.id());
    return Optional.of(transaction.inverse(newest, transaction.journal()));
  }

  /** What an operation found at a place it changed. */
  Optional<byte[]> before(Operation operation, String path) throws IOException {
    Transaction transaction = transaction(operation.id());
    return transaction.before(transaction.journal(), path);
  }

  /** Takes the right to change the project; fails at once where another process has it. */
  Session open(String title) throws IOException {
    Path lock = boundary.locate(FOLDER + "/lock");
    disk.makeDirectory(boundary.root().resolve(ProjectTree.FOLDER));
    disk.makeDirectory(folder());
    return new Session(RunLock.take(lock, title, clock.instant()));
  }

  private Path folder() {
    return boundary.root().resolve(FOLDER);
  }

  private List<String> ids() throws IOException {
    boundary.locate(FOLDER + "/lock");
    return disk.list(folder()).stream().filter(name -> name.matches("\\d{6,}")).toList();
  }

  private Transaction transaction(String id) {
    return new Transaction(boundary, disk, folder().resolve(id));
  }

  private Operation describe(String id, Transaction transaction) throws IOException {
    try {
      return operation(id, transaction.journal());
    } catch (IOException cutOff) {
      if (transaction.state() == State.PENDING) {
        return new Operation(id, "an operation that had not begun", clock.instant(), List.of());
      }
      throw cutOff;
    }
  }

  private static Operation operation(String id, Journal journal) {
    List<String> paths = journal.steps().stream().map(Journal.Step::path).toList();
    return new Operation(id, journal.title(), journal.at(), paths);
  }

  /** The time in which one process alone changes the project. */
  final class Session implements AutoCloseable {

    private final RunLock lock;

    private Session(RunLock lock) {
      this.lock = lock;
    }

    /** The folder of the operation that comes next. */
    String nextId() throws IOException {
      List<String> ids = ids();
      long last = ids.isEmpty() ? 0 : Long.parseLong(ids.get(ids.size() - 1));
      return String.format("%06d", last + 1);
    }

    /** Stages a plan; what cannot be staged leaves no trace. */
    Staged stage(Plan plan) throws IOException {
      ignoreInGit();
      String id = nextId();
      Transaction transaction = transaction(id);
      Instant now = clock.instant();
      try {
        return new Staged(transaction, transaction.stage(plan, now), id);
      } catch (IOException | ConnectorException failure) {
        try {
          transaction.abandon();
        } catch (IOException second) {
          failure.addSuppressed(second);
        }
        throw failure;
      }
    }

    /** Takes back what was looked at as the newest operation, if it still is. */
    void undo(Undo planned) throws IOException {
      Optional<Undo> now = JournalStore.this.undo();
      Operation operation = planned.operation();
      if (!now.map(Undo::operation).equals(Optional.of(operation))) {
        throw new ConnectorException(
            Kind.CONFLICT,
            "\"" + operation.title() + "\" is no longer the last operation; nothing was written",
            "run the command again");
      }
      now.get().requireUnedited();
      Transaction transaction = transaction(operation.id());
      try {
        transaction.back(transaction.journal());
      } catch (IOException | ConnectorException failure) {
        State reached = transaction.state();
        if (reached == State.DONE) {
          throw Failures.nothingChanged(failure);
        }
        if (reached == State.UNDOING) {
          throw Failures.interrupted(failure);
        }
        // All is as it was; what is left of the journal the next session removes.
      }
    }

    /** Ends whatever was cut off. */
    Optional<Mended> mend() throws IOException {
      Optional<Mended> mended = Optional.empty();
      for (String id : ids()) {
        Transaction transaction = transaction(id);
        if (UNFINISHED.contains(transaction.state())) {
          mended = Optional.of(mend(describe(id, transaction), transaction));
        }
      }
      return mended;
    }

    private Mended mend(Operation operation, Transaction transaction) throws IOException {
      if (transaction.state() == State.PENDING) {
        transaction.abandon();
        return new Mended(operation, Outcome.UNDONE, List.of());
      }
      Journal journal = transaction.journal();
      List<String> strangers = transaction.strangers(journal);
      if (transaction.state() == State.STAGED && strangers.isEmpty()) {
        transaction.forward(journal);
        return new Mended(operation, Outcome.FINISHED, List.of());
      }
      transaction.back(journal);
      return new Mended(operation, Outcome.UNDONE, strangers);
    }

    private void ignoreInGit() throws IOException {
      // The folder ignores itself, so that it needs no line in a file of the user's.
      Path file = folder().resolve(".gitignore");
      byte[] everything = "*\n".getBytes(StandardCharsets.UTF_8);
      if (disk.read(file).map(content -> content.length).orElse(0) != everything.length) {
        disk.delete(file);
        disk.write(file, everything);
      }
    }

    /** Removes what nobody needs any more: older operations, and this folder if it holds none. */
    private void tidy() throws IOException {
      List<String> done = new ArrayList<>();
      for (String id : ids()) {
        State state = transaction(id).state();
        if (state == State.DONE) {
          transaction(id).clear("new");
          done.add(id);
        } else if (state == State.DISCARDED) {
          transaction(id).abandon();
        }
      }
      for (String id : done.subList(0, Math.max(0, done.size() - KEPT))) {
        transaction(id).abandon();
      }
      if (ids().isEmpty()) {
        disk.delete(folder().resolve(".gitignore"));
        disk.delete(folder().resolve("lock"));
        disk.delete(folder());
        Path ours = folder().getParent();
        if (disk.list(ours).isEmpty()) {
          disk.delete(ours);
        }
      }
    }

    @Override
    public void close() throws IOException {
      try {
        tidy();
      } catch (IOException untidy) {
        // The operation has ended either way, and the next session tidies again.
        return;
      } finally {
        lock.close();
      }
    }
  }

  /** An operation whose contents are all on the medium, ready to be carried out. */
  record Staged(Transaction transaction, Journal journal, String id) {

    /** Changes the tree; where that fails, restores it. */
    Operation carryOut() {
      try {
        transaction.forward(journal);
        return operation(id, journal);
      } catch (IOException | ConnectorException failure) {
        try {
          transaction.back(journal);
        } catch (IOException | ConnectorException second) {
          failure.addSuppressed(second);
          throw Failures.interrupted(failure);
        }
        throw Failures.nothingChanged(failure);
      }
    }
  }
}
