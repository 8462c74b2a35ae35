package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import dev.connector.registry.workspace.AddRequest.BuildEdits;
import dev.connector.registry.workspace.InstallPlan.Restored;
import dev.connector.registry.workspace.InstallRequest.Extent;
import dev.connector.registry.workspace.Lock.Entry;
import dev.connector.registry.workspace.Lock.LockedEdit;
import dev.connector.registry.workspace.Lock.LockedFile;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.change.SafePath;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plans how a project gets back what its lock says, from its own {@code .connectors/} alone.
 * Whatever is in there is checked before anything is planned. Reads the project, writes nothing.
 */
public final class InstallPlanner {

  /**
   * Computes every change.
   *
   * @throws ConnectorException of kind INTEGRITY where an archive is not what the lock says, naming
   *     it and the file; of kind CONFLICT where a frozen project differs from the lock
   */
  public InstallPlan plan(InstallRequest request) {
    ProjectTree tree = ProjectTree.at(request.project().root());
    UnfinishedMerge.requireNone(tree);
    Lock lock = Lock.read(tree);
    if (lock.entries().isEmpty()) {
      throw new ConnectorException(
          Kind.USAGE,
          "no connectors in " + tree.root() + ": there is no " + Lock.PATH,
          "add one: connector add <name>");
    }
    Project.Java project = java(request.project());
    SortedMap<String, SortedMap<String, byte[]>> contents = new TreeMap<>();
    lock.entries()
        .forEach((name, entry) -> contents.put(name, checked(project, tree, name, entry)));
    return new Planning(request, project, tree, lock, contents).run();
  }

  private static Project.Java java(Project project) {
    if (project instanceof Project.Java java) {
      return java;
    }
    throw new ConnectorException(
        Kind.FAILED,
        "%s says that this is a %s project, but %s is for Java"
            .formatted(project.buildFile(), project.language().title(), Lock.PATH),
        "name the folder of the Java project: --cwd <folder>");
  }

  private static SortedMap<String, byte[]> checked(
      Project.Java project, ProjectTree tree, String name, Entry entry) {
    boolean free = name.equals(Item.RUNTIME) || Requirements.isFree(name);
    for (String path : entry.files().keySet()) {
      SafePath.require(path);
      if (!free || !Installer.isConfined(project.layout(), name, path)) {
        throw new ConnectorException(
            Kind.INTEGRITY,
            Lock.PATH + " says that " + path + " is a file of " + name + ", where none can be",
            "nothing was written; bring back the folder .connectors from version control");
      }
    }
    return Pristine.read(tree, name, entry);
  }

  private static final class Planning {
    private final InstallRequest request;
    private final ProjectTree tree;
    private final Lock lock;
    private final SortedMap<String, SortedMap<String, byte[]>> contents;
    private final BuildChange build;
    private final EnvExample environment;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> yours = new ArrayList<>();
    private final List<Restored> items = new ArrayList<>();

    Planning(
        InstallRequest request,
        Project.Java project,
        ProjectTree tree,
        Lock lock,
        SortedMap<String, SortedMap<String, byte[]>> contents) {
      this.request = request;
      this.tree = tree;
      this.lock = lock;
      this.contents = contents;
      this.build =
          new BuildChange(project, tree, frozen() ? BuildEdits.NONE : edits(), lock.edits());
      this.environment = new EnvExample(tree.read(EnvExample.PATH));
    }

    private boolean frozen() {
      return request.extent() == Extent.FROZEN;
    }

    private BuildEdits edits() {
      return request.buildEdits();
    }

    InstallPlan run() {
      lock.entries().forEach(this::restore);
      build.require(
          lock.entries().values().stream().flatMap(it -> it.dependencies().stream()).toList());
      if (frozen()) {
        requireNoDifference();
      } else {
        restoreUsersFiles();
      }
      return new InstallPlan(
          new Plan("install", changes),
          items,
          yours,
          build.added(),
          build.missing(),
          build.advice());
    }

    private void restore(String name, Entry entry) {
      int before = changes.size();
      entry.files().forEach((path, file) -> restore(path, file, contents.get(name).get(path)));
      items.add(new Restored(name, entry.version(), entry.files().size(), changes.size() - before));
    }

    private void restore(String path, LockedFile file, byte[] content) {
      try {
        Optional<byte[]> present = tree.read(path);
        if (present.isEmpty()) {
          changes.add(new Change.Create(path, content));
        } else if (!file.matches(present.get())) {
          yours.add(path);
        }
      } catch (ConnectorException replaced) {
        yours.add(path); // by a link or a folder, which is the user's doing
      }
    }

    private void requireNoDifference() {
      List<String> differences = new ArrayList<>(yours);
      if (edits() == BuildEdits.ADD) {
        build.missing().stream()
            .map(Dependency::id)
            .map(id -> request.project().buildFile() + " lacks " + id)
            .forEach(differences::add);
      }
      if (!differences.isEmpty()) {
        throw new ConnectorException(
            Kind.CONFLICT,
            "the project differs from %s; nothing was written\n%s"
                .formatted(Lock.PATH, String.join("\n", differences)),
            "see what was changed: connector status; without --frozen it may differ");
      }
    }

    /** What connectors need in the build file and in {@code .env.example}, as adding them would. */
    private void restoreUsersFiles() {
      SortedMap<String, Entry> connectors = new TreeMap<>();
      lock.connectors().forEach((name, entry) -> connectors.put(name, configured(name, entry)));
      Reconciler reconciler = new Reconciler(tree);
      environment.content().ifPresent(it -> reconciler.write(EnvExample.PATH, it));
      build.writeTo(reconciler);
      List<LockedEdit> edits = new ArrayList<>(environment.edits());
      edits.addAll(build.edits());
      Lock next = new Lock(lock.runtime(), connectors, lock.editsAnd(edits));
      if (!next.equals(lock)) {
        reconciler.write(Lock.PATH, next.toJson());
      }
      changes.addAll(reconciler.changes());
    }

    private Entry configured(String name, Entry entry) {
      Map<String, byte[]> byOrigin = new TreeMap<>();
      entry
          .files()
          .forEach((path, file) -> byOrigin.put(file.from(), contents.get(name).get(path)));
      byte[] definition = byOrigin.getOrDefault(Item.DEFINITION, new byte[0]);
      Configuration configuration = Configuration.of(name, definition, byOrigin::containsKey);
      int before = environment.added().size();
      environment.add(name, configuration.heading(), configuration.lines());
      List<String> added = environment.added();
      return entry.bringing(added.subList(before, added.size()));
    }
  }
}
