package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemManifest;
import dev.connector.registry.workspace.AddPlan.Placed;
import dev.connector.registry.workspace.AddPlan.Placed.State;
import dev.connector.registry.workspace.AddPlan.Summary;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.registry.workspace.Lock.Entry;
import dev.connector.registry.workspace.Lock.LockedEdit;
import dev.connector.registry.workspace.Lock.LockedFile;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans how connectors get into a project. Reads the project, writes nothing. */
public final class AddPlanner {

  private static final String CONNECTORS = ".connectors.";

  /**
   * Fails where a project is in a language that items cannot be installed for; to be asked before
   * what they need is looked for.
   */
  public static void requireLanguage(Project project, List<Item> items) {
    Requirements.language(project, items);
  }

  /**
   * Computes every change; a second, identical request gives an empty plan.
   *
   * @throws dev.connector.spec.ConnectorException where the project cannot take the items: another
   *     language, a language level too low, an incompatible runtime
   */
  public AddPlan plan(AddRequest request) {
    Project.Java project = Requirements.language(request.project(), request.items());
    ProjectTree tree = ProjectTree.at(project.root());
    UnfinishedMerge.requireNone(tree);
    return new Planning(request, project, tree, Lock.read(tree)).run();
  }

  private static final class Planning {
    private final AddRequest request;
    private final Project.Java project;
    private final ProjectTree tree;
    private final Lock lock;
    private final Reconciler reconciler;
    private final Merger merger;
    private final EnvExample environment;
    private final BuildChange build;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Installation> installations = new ArrayList<>();
    private final List<AddPlan.Variable> variables = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();
    private Installation edited;

    Planning(AddRequest request, Project.Java project, ProjectTree tree, Lock lock) {
      this.request = request;
      this.project = project;
      this.tree = tree;
      this.lock = lock;
      this.reconciler = new Reconciler(tree);
      this.merger = new Merger(tree);
      this.environment = new EnvExample(tree.read(EnvExample.PATH));
      this.build = new BuildChange(project, tree, request.buildEdits(), lock.edits());
    }

    AddPlan run() {
      Optional<Item> runtime = Requirements.runtime(request, lock, project.language());
      SortedMap<String, String> runtimePackage = runtimePackage(runtime);
      runtime.ifPresent(item -> install(item, runtimePackage));
      for (Item item : request.items()) {
        if (item.kind() == Item.Kind.CONNECTOR) {
          install(item, runtimePackage);
        }
      }
      Lock next = place();
      environment.content().ifPresent(it -> reconciler.write(EnvExample.PATH, it));
      build.writeTo(reconciler);
      if (!project.settings().equals(Settings.read(project.root()))) {
        reconciler.write(Settings.PATH, project.settings().toJson());
      }
      if (request.purpose() != Purpose.EDIT) {
        installations.forEach(
            it -> reconciler.write(PristineArchive.path(it.name()), it.archive()));
      }
      List<String> overlaps =
          merger.merges().stream().filter(FileMerge::isOverlap).map(FileMerge::path).toList();
      if (!overlaps.isEmpty()) {
        reconciler.write(UnfinishedMerge.PATH, new UnfinishedMerge(title(), overlaps).toJson());
      }
      if (!next.equals(lock)) {
        reconciler.write(Lock.PATH, next.toJson());
      }
      return new AddPlan(
          new Plan(title(), changes()), reconciler.conflicts(), merger.merges(), summary(runtime));
    }

    private List<Change> changes() {
      List<Change> changes = new ArrayList<>(merger.changes());
      changes.addAll(reconciler.changes());
      return changes;
    }

    private String title() {
      return request.items().stream()
          .filter(item -> item.kind() == Item.Kind.CONNECTOR || request.items().size() == 1)
          .map(Item::name)
          .collect(Collectors.joining(" ", request.purpose().verb() + " ", ""));
    }

    /** How the runtime's package is renamed: as it was before, where it is there already. */
    private SortedMap<String, String> runtimePackage(Optional<Item> runtime) {
      if (lock.runtime().isPresent()) {
        return lock.runtime().get().packages();
      }
      SortedMap<String, String> packages = new TreeMap<>();
      runtime.ifPresent(
          item ->
              packages.put(
                  item.manifest(project.language().id()).packageName(),
                  project.basePackage() + CONNECTORS + item.name()));
      return packages;
    }

    private void install(Item item, SortedMap<String, String> runtimePackage) {
      Requirements.name(item);
      ItemManifest manifest = item.manifest(project.language().id());
      Requirements.level(project, item, manifest);
      SortedMap<String, String> packages = new TreeMap<>(runtimePackage);
      String name = manifest.packageName();
      packages.putIfAbsent(name, packageHere(item, name));
      Installer installer = new Installer(project.layout(), project.language());
      installations.add(installer.install(item, manifest, packages));
      request
          .edited()
          .filter(edited -> edited.name().equals(item.name()))
          .ifPresent(edited -> this.edited = installer.install(edited, manifest, packages));
    }

    /** The same connector as it is to stand here, where that is another. */
    private Optional<Installation> edited(Installation installation) {
      return Optional.ofNullable(edited).filter(it -> it.name().equals(installation.name()));
    }

    /** An updated connector stays in the package it was put into. */
    private String packageHere(Item item, String name) {
      return Optional.ofNullable(lock.entries().get(item.name()))
          .filter(entry -> request.purpose() != Purpose.ADD)
          .map(entry -> entry.packages().get(name))
          .orElse(project.basePackage() + CONNECTORS + name.substring(name.lastIndexOf('.') + 1));
    }

    /** Adds each installation's changes and gives the lock that belongs to them. */
    private Lock place() {
      List<Dependency> wanted =
          installations.stream().flatMap(it -> it.dependencies().stream()).toList();
      if (request.purpose() == Purpose.UPDATE) {
        List<Dependency> former = dependencies(lock.entries());
        build.raise(former, wanted);
        build.release(former, Stream.concat(wanted.stream(), ofOthers().stream()).toList());
      }
      build.require(wanted);
      List<LockedEdit> kept = build.earlier();
      Optional<Entry> runtime = lock.runtime();
      SortedMap<String, Entry> connectors = new TreeMap<>(lock.connectors());
      for (Installation installation : installations) {
        Optional<Entry> earlier = Optional.ofNullable(lock.entries().get(installation.name()));
        kept = unconfigure(installation, earlier, kept);
        List<String> names = configure(installation, earlier);
        Entry entry =
            request.purpose() == Purpose.EDIT && earlier.isPresent()
                ? earlier.get().reading(names)
                : entry(installation, names);
        boolean changed = bringForward(installation, earlier);
        placed.add(placed(installation, earlier, state(earlier, entry, changed)));
        if (request.purpose() != Purpose.EDIT) {
          adviseOnOrigin(installation, earlier);
        }
        if (installation.isRuntime()) {
          runtime = Optional.of(entry);
        } else {
          connectors.put(installation.name(), entry);
        }
      }
      List<LockedEdit> edits = new ArrayList<>(environment.edits());
      edits.addAll(build.edits());
      Lock before = new Lock(lock.runtime(), lock.connectors(), kept);
      return new Lock(runtime, connectors, before.editsAnd(edits));
    }

    private static List<Dependency> dependencies(Map<String, Entry> entries) {
      return entries.values().stream().flatMap(it -> it.dependencies().stream()).toList();
    }

    /** What is needed by everything that stays as it is. */
    private List<Dependency> ofOthers() {
      Map<String, Entry> others = new TreeMap<>(lock.entries());
      installations.forEach(it -> others.remove(it.name()));
      return dependencies(others);
    }

    private boolean bringForward(Installation installation, Optional<Entry> earlier) {
      if (request.purpose() == Purpose.UPDATE && earlier.isPresent()) {
        Entry entry = earlier.get();
        return merger.merge(
            installation, Pristine.read(tree, installation.name(), entry), entry.files());
      }
      if (request.purpose() == Purpose.EDIT && earlier.isPresent()) {
        SortedMap<String, byte[]> before = new TreeMap<>();
        installation.files().forEach((path, file) -> before.put(path, file.content()));
        return merger.merge(
            edited(installation).orElse(installation), before, earlier.get().files());
      }
      boolean changed =
          reconciler.reconcile(
              installation.files(), earlier.map(Entry::files).orElse(new TreeMap<>()));
      edited(installation).ifPresent(it -> reconciler.amend(it.files()));
      return changed;
    }

    /** Takes the names out that a new version does not read any more. */
    private List<LockedEdit> unconfigure(
        Installation installation, Optional<Entry> earlier, List<LockedEdit> edits) {
      if (installation.isRuntime() || earlier.isEmpty()) {
        return edits;
      }
      List<String> gone = new ArrayList<>(earlier.get().variables());
      gone.removeIf(Configuration.of(edited(installation).orElse(installation).item())::reads);
      List<LockedEdit> kept = environment.drop(installation.name(), gone, edits);
      gone.stream()
          .filter(environment::mentions)
          .map(name -> installation.name() + " does not read " + name + " any more.")
          .forEach(advice::add);
      return kept;
    }

    private List<String> configure(Installation installation, Optional<Entry> earlier) {
      List<String> names = new ArrayList<>(earlier.map(Entry::variables).orElse(List.of()));
      if (!installation.isRuntime()) {
        Configuration configuration =
            Configuration.of(edited(installation).orElse(installation).item());
        names.removeIf(name -> !configuration.reads(name));
        variables.addAll(configuration.variables());
        int before = environment.added().size();
        environment.add(installation.name(), configuration.heading(), configuration.lines());
        List<String> added = environment.added();
        added.subList(before, added.size()).stream()
            .filter(name -> !names.contains(name))
            .forEach(names::add);
      }
      return names;
    }

    private Entry entry(Installation installation, List<String> names) {
      SortedMap<String, LockedFile> files = new TreeMap<>();
      installation.files().forEach((path, file) -> files.put(path, file.locked()));
      return new Entry(
          installation.item().version(project.language().id()),
          project.language(),
          installation.item().origin(),
          installation.packages(),
          Optional.ofNullable(installation.manifest().requires().get(Item.RUNTIME))
              .map(Object::toString),
          files,
          names,
          installation.dependencies());
    }

    private static State state(Optional<Entry> earlier, Entry now, boolean changed) {
      if (earlier.isEmpty()) {
        return State.ADDED;
      }
      return changed || !earlier.get().equals(now) ? State.CHANGED : State.PRESENT;
    }

    private Placed placed(Installation installation, Optional<Entry> earlier, State state) {
      return new Placed(
          installation.name(),
          installation.item().version(project.language().id()),
          earlier.map(Entry::version),
          installation.packageName(),
          folder(installation.packageName()),
          installation.files().size(),
          state);
    }

    private String folder(String packageName) {
      return project.layout().main() + "/" + packageName.replace('.', '/');
    }

    private void adviseOnOrigin(Installation installation, Optional<Entry> earlier) {
      String registry = installation.item().origin().source();
      earlier
          .map(entry -> entry.origin().source())
          .filter(before -> !before.equals(registry))
          .ifPresent(
              before ->
                  advice.add(
                      "%s came from %s before and comes from %s now."
                          .formatted(installation.name(), before, registry)));
    }

    private Summary summary(Optional<Item> runtime) {
      if (runtime.isEmpty()) {
        lock.runtime().ifPresent(entry -> placed.add(0, present(entry)));
      }
      reconciler.leftBehind().stream()
          .map(path -> path + " is no longer part of a connector; your edited copy was left.")
          .forEach(advice::add);
      advice.addAll(new Advice(project).given(variables, build.needed()));
      advice.addAll(build.advice());
      return new Summary(
          placed,
          build.added(),
          build.missing(),
          variables.stream().sorted(Comparator.comparing(it -> !it.secret())).toList(),
          advice);
    }

    private Placed present(Entry entry) {
      String packageName = entry.packages().get(entry.packages().firstKey());
      return new Placed(
          Item.RUNTIME,
          entry.version(),
          Optional.of(entry.version()),
          packageName,
          folder(packageName),
          entry.files().size(),
          State.PRESENT);
    }
  }
}
