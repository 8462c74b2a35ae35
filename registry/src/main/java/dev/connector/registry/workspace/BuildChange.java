package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.connector.registry.workspace.AddRequest.BuildEdits;
import dev.connector.registry.workspace.Lock.LockedEdit;
import dev.connector.registry.workspace.build.BuildEdit;
import dev.connector.registry.workspace.build.BuildEdit.Piece;
import dev.connector.registry.workspace.build.BuildFile;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.build.Dependency.Scope;
import dev.connector.registry.workspace.build.GradleScript;
import dev.connector.registry.workspace.build.PieceRemoval;
import dev.connector.registry.workspace.build.Versions;
import dev.connector.registry.workspace.change.ProjectTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What becomes of the project's build file. */
final class BuildChange {

  private final Project.Java project;
  private final BuildEdits allowed;
  private byte[] content;
  private List<LockedEdit> earlier;
  private final List<String> brought = new ArrayList<>();
  private List<Dependency> needed = List.of();
  private BuildEdit edit;

  BuildChange(
      Project.Java project, ProjectTree tree, BuildEdits allowed, List<LockedEdit> earlier) {
    this.project = project;
    this.allowed = allowed;
    this.content = tree.read(project.buildFile()).orElse(new byte[0]);
    this.earlier = List.copyOf(earlier);
    require(List.of());
  }

  /**
   * Gives libraries that were put in here the version that is wanted now. What the user has changed
   * since is the user's.
   */
  void raise(List<Dependency> former, List<Dependency> wanted) {
    if (allowed == BuildEdits.NONE) {
      return;
    }
    Map<String, Dependency> before = new HashMap<>();
    merged(former).forEach(library -> before.put(library.key(), library));
    for (Dependency library : merged(wanted)) {
      Dependency old = before.get(library.key());
      if (old != null && Versions.isLower(old.version(), library.version())) {
        earlier = earlier.stream().map(edit -> raised(edit, old, library)).toList();
      }
    }
  }

  private LockedEdit raised(LockedEdit edit, Dependency old, Dependency library) {
    Piece piece = edit.piece();
    String text = new String(content, ISO_8859_1);
    String inserted = piece.inserted();
    int at = text.lastIndexOf(inserted);
    boolean ours = edit.file().equals(project.buildFile()) && piece.needs().equals(library.key());
    int version = inserted.indexOf(old.version());
    if (!ours || at < 0 || version < 0 || inserted.indexOf(old.version(), version + 1) >= 0) {
      return edit;
    }
    String higher = inserted.replace(old.version(), library.version());
    content =
        (text.substring(0, at) + higher + text.substring(at + inserted.length()))
            .getBytes(ISO_8859_1);
    brought.add(
        "%s goes from %s to %s in %s."
            .formatted(library.key(), old.version(), library.version(), edit.file()));
    return new LockedEdit(edit.file(), new Piece(piece.needs(), piece.removed(), higher));
  }

  /**
   * Takes libraries out that were put in here and that nothing needs any more.
   *
   * @param former what was needed before
   * @param wanted what is needed now, by whatever is installed
   */
  void release(List<Dependency> former, List<Dependency> wanted) {
    Set<String> gone = keys(former);
    gone.removeAll(keys(wanted));
    List<Piece> ours =
        earlier.stream()
            .filter(edit -> edit.file().equals(project.buildFile()))
            .map(LockedEdit::piece)
            .toList();
    if (allowed == BuildEdits.NONE || ours.stream().noneMatch(it -> gone.contains(it.needs()))) {
      return;
    }
    PieceRemoval.Result result = PieceRemoval.of(content, ours, wanted);
    content = result.content();
    earlier =
        earlier.stream()
            .filter(
                edit ->
                    !edit.file().equals(project.buildFile())
                        || result.kept().contains(edit.piece()))
            .toList();
    tell(result.taken(), gone, "%s is not needed any more, and goes out of %s.");
    tell(result.left(), gone, "%s is not needed any more; %s has it otherwise than it was put in.");
  }

  private void tell(List<Piece> pieces, Set<String> libraries, String sentence) {
    pieces.stream()
        .map(Piece::needs)
        .filter(libraries::contains)
        .map(library -> sentence.formatted(library, project.buildFile()))
        .forEach(brought::add);
  }

  private static Set<String> keys(List<Dependency> libraries) {
    return libraries.stream().map(Dependency::key).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Decides what the build file lacks for some libraries. */
  void require(List<Dependency> dependencies) {
    needed = merged(dependencies);
    edit = buildFile().add(needed);
  }

  private BuildFile buildFile() {
    if (project.build() == Project.BuildTool.MAVEN) {
      return MavenProjects.pom(project.root(), content);
    }
    return GradleScript.parse(
        content,
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

  /** What had been put in before and still is, with the versions that were raised. */
  List<LockedEdit> earlier() {
    return earlier;
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
    List<String> advice = new ArrayList<>(brought);
    advice.addAll(allowed == BuildEdits.ADD ? edit.advice() : List.of());
    return advice;
  }
}
