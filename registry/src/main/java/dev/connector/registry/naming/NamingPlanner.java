package dev.connector.registry.naming;

import dev.connector.registry.workspace.Settings;
import dev.connector.registry.workspace.UnfinishedMerge;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans changes of the names that a project has for registries. */
public final class NamingPlanner {

  private final ProjectTree project;

  /** A planner for one project. */
  public NamingPlanner(ProjectTree project) {
    this.project = Objects.requireNonNull(project);
  }

  /** The name means that address from now on. */
  public Plan add(String name, String address) {
    SortedMap<String, String> names = new TreeMap<>(settings().registries());
    names.put(name, address);
    return plan("registry add " + name, names);
  }

  /** The name means nothing any more. */
  public Plan remove(String name) {
    SortedMap<String, String> names = new TreeMap<>(settings().registries());
    names.remove(name);
    return plan("registry remove " + name, names);
  }

  private Settings settings() {
    return project.read(Settings.PATH).map(Settings::parse).orElse(Settings.none());
  }

  private Plan plan(String title, SortedMap<String, String> names) {
    UnfinishedMerge.requireNone(project);
    Settings before = settings();
    Settings after = new Settings(before.basePackage(), before.path(), names);
    Optional<Change> change =
        after.equals(before)
            ? Optional.empty()
            : Change.between(
                Settings.PATH, project.read(Settings.PATH), Optional.of(after.toJson()));
    return new Plan(title, change.map(List::of).orElse(List.of()));
  }
}
