package dev.connector.registry.workspace;

import dev.connector.registry.workspace.AddRequest.BuildEdits;
import dev.connector.registry.workspace.Lock.LockedEdit;
import dev.connector.registry.workspace.build.BuildEdit;
import dev.connector.registry.workspace.build.BuildFile;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.build.Dependency.Scope;
import dev.connector.registry.workspace.build.GradleScript;
import dev.connector.registry.workspace.build.Versions;
import dev.connector.registry.workspace.change.ProjectTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of the project's build file. */
final class BuildChange {

  private final Project.Java project;
  private final ProjectTree tree;
  private final BuildEdits allowed;
  private List<Dependency> needed = List.of();
  private BuildEdit edit;

  BuildChange(Project.Java project, ProjectTree tree, BuildEdits allowed) {
    this.project = project;
    this.tree = tree;
    this.allowed = allowed;
    require(List.of());
  }

  /** Decides what the build file lacks for some libraries. */
  void require(List<Dependency> dependencies) {
    needed = merged(dependencies);
    edit = buildFile().add(needed);
  }

  private BuildFile buildFile() {
    if (project.build() == Project.BuildTool.MAVEN) {
      return MavenProjects.pom(project.root());
    }
    byte[] script = tree.read(project.buildFile()).orElse(new byte[0]);
    return GradleScript.parse(
        script,
        GradleProjects.dialect(project.buildFile()),
        GradleProjects.surroundings(project.root()));
  }

  /** One of each library: of two versions the higher, of two scopes the wider. */
  private static List<Dependency> merged(List<Dependency> dependencies) {
    Map<String, Dependency> merged = new LinkedHashMap<>();
    for (Dependency dependency : dependencies) {
      merged.merge(
          dependency.key(),
          dependency,
          (a, b) ->
              new Dependency(
                  a.group(),
                  a.artifact(),
                  Versions.isLower(a.version(), b.version()) ? b.version() : a.version(),
                  a.scope() == Scope.MAIN ? Scope.MAIN : b.scope()));
    }
    return merged.values().stream().sorted(Comparator.comparing(Dependency::scope)).toList();
  }

  void writeTo(Reconciler reconciler) {
    if (allowed == BuildEdits.ADD) {
      reconciler.write(project.buildFile(), edit.content());
    }
  }

  /** What the lock has to remember. */
  List<LockedEdit> edits() {
    List<LockedEdit> all = new ArrayList<>();
    if (allowed == BuildEdits.ADD) {
      edit.pieces().forEach(piece -> all.add(new LockedEdit(project.buildFile(), piece)));
    }
    return all;
  }

  List<Dependency> needed() {
    return needed;
  }

  List<Dependency> added() {
    return allowed == BuildEdits.ADD ? edit.added() : List.of();
  }

  List<Dependency> missing() {
    return allowed == BuildEdits.ADD ? edit.unplaced() : edit.added();
  }

  List<String> advice() {
    return allowed == BuildEdits.ADD ? edit.advice() : List.of();
  }
}
