package dev.connector.registry.workspace.change;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One operation's folder in the journal, and the steps that carry the operation out or take it
 * back.
 *
 * <p>How far it has come is the name of one file, changed by an atomic rename; how far each step
 * has come is read off the tree itself by hash. So every method may be cut off anywhere and called
 * again.
 */
final class Transaction {

  /** How far an operation has come. */
  enum State {
    /** Contents are being staged; the tree is untouched. */
    PENDING,
    /** All is staged; the tree is being changed. */
    STAGED,
    /** The tree is being restored. */
    UNDOING,
    /** The tree is changed, the old contents are kept. */
    DONE,
    /** Nothing here matters any more. */
    DISCARDED;

    String fileName() {
      return name().toLowerCase(Locale.ROOT) + ".json";
    }
  }

  private final Boundary boundary;
  private final Disk disk;
  private final Path folder;

  Transaction(Boundary boundary, Disk disk, Path folder) {
    this.boundary = boundary;
    this.disk = disk;
    this.folder = folder;
  }

  /** Keeps everything needed to go either way, then marks the operation as staged. */
  Journal stage(Plan plan, Instant at) throws IOException {
    List<Journal.Step> steps = new ArrayList<>();
    Set<String> directories = new LinkedHashSet<>();
    for (Change change : plan.changes()) {
      steps.add(
          new Journal.Step(
              change.path(), change.before().map(Sha256::of), change.after().map(Sha256::of)));
      if (change.after().isPresent()) {
        directories.addAll(missingParents(change.path()));
      }
    }
    List<String> emptied = new Emptied(boundary, disk).by(plan);
    Journal journal = new Journal(plan.title(), at, List.copyOf(directories), emptied, steps);
    disk.makeDirectory(folder);
    Path description = folder.resolve(State.PENDING.fileName());
    disk.write(description, journal.toJson());
    disk.makeDirectory(folder.resolve("old"));
    disk.makeDirectory(folder.resolve("new"));
    List<Path> written = new ArrayList<>(List.of(description));
    for (int i = 0; i < steps.size(); i++) {
      written.addAll(keep(plan.changes().get(i), i));
    }
    for (int i = 0; i < emptied.size(); i++) {
      disk.makeDirectory(likeness(i));
      disk.copyMode(boundary.folder(emptied.get(i)), likeness(i));
    }
    written.addAll(List.of(folder.resolve("old"), folder.resolve("new"), folder.getParent()));
    disk.sync(written);
    enter(State.STAGED);
    return journal;
  }

  private List<Path> keep(Change change, int number) throws IOException {
    List<Path> written = new ArrayList<>();
    Path target = boundary.locate(change.path());
    if (change.before().isPresent()) {
      disk.write(old(number), change.before().get());
      disk.copyMode(target, old(number));
      written.add(old(number));
    }
    if (change.after().isPresent()) {
      disk.write(fresh(number), change.after().get());
      if (change.before().isPresent()) {
        disk.copyMode(target, fresh(number));
      }
      written.add(fresh(number));
    }
    return written;
  }

  /** The files that are neither as the operation found them nor as it leaves them. */
  List<String> strangers(Journal journal) throws IOException {
    List<String> strangers = new ArrayList<>();
    for (Journal.Step step : journal.steps()) {
      Optional<String> now = hash(step.path());
      if (!now.equals(step.before()) && !now.equals(step.after())) {
        strangers.add(step.path());
      }
    }
    return strangers;
  }

  /**
   * What restoring would change, with each file that is neither as the operation left it nor as it
   * found it: that one somebody has edited since.
   */
  Undo inverse(Operation operation, Journal journal) throws IOException {
    List<Change> changes = new ArrayList<>();
    List<String> edited = new ArrayList<>();
    for (int i = 0; i < journal.steps().size(); i++) {
      Journal.Step step = journal.steps().get(i);
      Optional<byte[]> former = step.before().isPresent() ? disk.read(old(i)) : Optional.empty();
      if (!former.map(Sha256::of).equals(step.before())) {
        throw new IOException(old(i) + " is not what was kept there");
      }
      try {
        Optional<byte[]> now = disk.read(boundary.locate(step.path()));
        Optional<String> hash = now.map(Sha256::of);
        if (hash.equals(step.after())) {
          Change.between(step.path(), now, former).ifPresent(changes::add);
        } else if (!hash.equals(step.before())) {
          edited.add(step.path());
        }
      } catch (ConnectorException replaced) {
        edited.add(step.path()); // by a link or a folder
      }
    }
    return new Undo(operation, changes, edited);
  }

  /** What was at a place before; empty where nothing was. */
  Optional<byte[]> before(Journal journal, String path) throws IOException {
    for (int i = 0; i < journal.steps().size(); i++) {
      if (journal.steps().get(i).path().equals(path)) {
        return journal.steps().get(i).before().isPresent() ? disk.read(old(i)) : Optional.empty();
      }
    }
    throw new IOException(path + " was not changed by \"" + journal.title() + "\"");
  }

  /** Carries out what is not carried out yet. */
  void forward(Journal journal) throws IOException {
    for (String directory : journal.directories()) {
      disk.makeDirectory(boundary.folder(directory));
    }
    for (int i = 0; i < journal.steps().size(); i++) {
      Journal.Step step = journal.steps().get(i);
      Optional<String> now = hash(step.path());
      if (now.equals(step.after())) {
        continue;
      }
      if (!now.equals(step.before())) {
        throw new IOException(step.path() + " was changed by somebody else at the same time");
      }
      put(fresh(i), step.path(), step.after().isPresent());
    }
    removeIfEmpty(journal.emptied());
    syncParents(journal);
    enter(State.DONE);
  }

  /** Restores what has been changed already, and leaves alone what somebody else changed since. */
  void back(Journal journal) throws IOException {
    enter(State.UNDOING);
    for (int i = 0; i < journal.emptied().size(); i++) {
      Path directory = boundary.folder(journal.emptied().get(i));
      disk.makeDirectory(directory);
      disk.copyMode(likeness(i), directory);
    }
    for (int i = journal.steps().size() - 1; i >= 0; i--) {
      Journal.Step step = journal.steps().get(i);
      if (hash(step.path()).equals(step.after())) {
        put(old(i), step.path(), step.before().isPresent());
      }
    }
    removeIfEmpty(journal.directories());
    syncParents(journal);
    abandon();
  }

  /** Removes folders, children first, unless somebody has put something there. */
  private void removeIfEmpty(List<String> folders) throws IOException {
    for (int i = folders.size() - 1; i >= 0; i--) {
      Path directory = boundary.folder(folders.get(i));
      if (disk.list(directory).isEmpty()) {
        disk.delete(directory);
      }
    }
  }

  private void put(Path staged, String path, boolean present) throws IOException {
    Path target = boundary.locate(path);
    if (present) {
      disk.move(staged, target);
    } else {
      disk.delete(target);
    }
  }

  /** Where the operation stands; {@code DISCARDED} for a folder without a journal. */
  State state() throws IOException {
    List<String> names = disk.list(folder);
    for (State state : State.values()) {
      if (names.contains(state.fileName())) {
        return state;
      }
    }
    return State.DISCARDED;
  }

  /** The next state, by one atomic rename that is on the medium when this returns. */
  private void enter(State next) throws IOException {
    State present = state();
    if (present != next && disk.list(folder).contains(present.fileName())) {
      disk.move(folder.resolve(present.fileName()), folder.resolve(next.fileName()));
    }
    disk.sync(List.of(folder));
  }

  /** The journal; fails where it was cut off while being written. */
  Journal journal() throws IOException {
    Path file = folder.resolve(state().fileName());
    return Journal.parse(
        disk.read(file).orElseThrow(() -> new IOException(file + " is not there")));
  }

  /** Gives the operation up, whatever its state, and removes its folder. */
  void abandon() throws IOException {
    if (disk.list(folder.getParent()).contains(folder.getFileName().toString())) {
      enter(State.DISCARDED);
      clear("new");
      clear("old");
      disk.delete(folder.resolve(State.DISCARDED.fileName()));
      disk.delete(folder);
    }
  }

  /** Removes one of the two folders of contents. */
  void clear(String contents) throws IOException {
    for (String name : disk.list(folder.resolve(contents))) {
      disk.delete(folder.resolve(contents).resolve(name));
    }
    disk.delete(folder.resolve(contents));
  }

  private Path old(int number) {
    return folder.resolve("old").resolve(String.valueOf(number));
  }

  private Path fresh(int number) {
    return folder.resolve("new").resolve(String.valueOf(number));
  }

  /** An empty folder that keeps the mode of one that goes away. */
  private Path likeness(int number) {
    return folder.resolve("old").resolve("folder" + number);
  }

  private Optional<String> hash(String path) throws IOException {
    return disk.read(boundary.locate(path)).map(Sha256::of);
  }

  private List<String> missingParents(String path) {
    List<String> missing = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      String parent = path.substring(0, slash);
      if (!boundary.root().resolve(parent).toFile().isDirectory()) {
        missing.add(parent);
      }
    }
    return missing;
  }

  private void syncParents(Journal journal) throws IOException {
    Set<Path> parents = new LinkedHashSet<>();
    for (String directory : journal.directories()) {
      parents.add(boundary.root().resolve(directory).getParent());
    }
    for (String directory : journal.emptied()) {
      parents.add(boundary.root().resolve(directory).getParent());
    }
    for (Journal.Step step : journal.steps()) {
      parents.add(boundary.root().resolve(step.path()).getParent());
    }
    parents.removeIf(parent -> !parent.toFile().isDirectory());
    disk.sync(parents);
  }
}
