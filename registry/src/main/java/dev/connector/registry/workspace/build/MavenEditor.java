package dev.connector.registry.workspace.build;

import dev.connector.registry.workspace.build.Dependency.Scope;
import dev.connector.registry.workspace.build.PomDependencies.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what a pom is missing and how it has to be said there. */
final class MavenEditor {

  static final String SUREFIRE = "maven-surefire-plugin";
  static final String VINTAGE = "org.junit.vintage:junit-vintage-engine";
  private static final String SUREFIRE_VERSION = "3.5.3";
  private static final String SUREFIRE_LOWEST = "3.0.0";

  private final MavenPom pom;
  private final PomDependencies present;
  private final PomInsertion insertion;
  private final List<Dependency> added = new ArrayList<>();
  private final List<String> advice = new ArrayList<>();

  MavenEditor(MavenPom pom) {
    this.pom = pom;
    this.present = pom.dependencies();
    this.insertion = new PomInsertion(pom.file(), pom.project());
  }

  BuildEdit add(List<Dependency> dependencies) {
    List<PomInsertion.Snippet> snippets = new ArrayList<>();
    for (Dependency dependency : withVintage(dependencies)) {
      if (!isThere(dependency)) {
        snippets.add(new PomInsertion.Snippet(dependency.key(), lines(dependency)));
        added.add(effective(dependency));
      }
    }
    insertion.place(List.of("dependencies"), snippets);
    if (dependencies.stream().anyMatch(MavenEditor::isJupiter)) {
      makeSurefireRunJupiter();
    }
    return new BuildEdit(insertion.content(), insertion.pieces(), added, List.of(), advice);
  }

  /** JUnit 4 tests stop running, silently, once Jupiter is there and the vintage engine is not. */
  private List<Dependency> withVintage(List<Dependency> dependencies) {
    Map<String, Declared> known = present.present();
    boolean jupiterIsThere =
        known.keySet().stream().anyMatch(key -> key.startsWith("org.junit.jupiter:"));
    if (jupiterIsThere || !known.containsKey("junit:junit")) {
      return dependencies;
    }
    List<Dependency> all = new ArrayList<>(dependencies);
    dependencies.stream()
        .filter(MavenEditor::isJupiter)
        .findFirst()
        .ifPresent(
            jupiter -> {
              String version = jupiter.version();
              all.add(Dependency.of(VINTAGE + ":" + version, Scope.TEST));
              advice.add("Your JUnit 4 tests keep running, by junit-vintage-engine.");
            });
    return all;
  }

  private boolean isThere(Dependency dependency) {
    Declared own = present.own().get(dependency.key());
    if (own != null) {
      if (!serves(dependency, own)) {
        widen(dependency, own);
      }
      adviseOnVersion(dependency, own);
      return true;
    }
    Declared inherited = present.inherited().get(dependency.key());
    if (inherited != null && serves(dependency, inherited)) {
      adviseOnVersion(dependency, inherited);
      return true;
    }
    adviseOnGroup(dependency);
    return false;
  }

  private boolean serves(Dependency dependency, Declared declared) {
    String scope = scope(dependency, declared);
    return dependency.scope() == Scope.TEST || !(scope.equals("test") || scope.equals("runtime"));
  }

  private String scope(Dependency dependency, Declared declared) {
    return declared.scope().or(() -> managedScope(dependency)).orElse("compile");
  }

  private Optional<String> managedScope(Dependency dependency) {
    return Optional.ofNullable(present.managed().get(dependency.key())).flatMap(Declared::scope);
  }

  private void widen(Dependency dependency, Declared own) {
    String scope = scope(dependency, own);
    insertion.widen(dependency.key(), own.element());
    advice.add(
        "%s had the scope %s and is now available to the program (scope compile)."
            .formatted(dependency.key(), scope));
  }

  private void adviseOnVersion(Dependency dependency, Declared declared) {
    Optional<Declared> managed = Optional.ofNullable(present.managed().get(dependency.key()));
    declared
        .version()
        .or(() -> managed.flatMap(Declared::version))
        .filter(version -> Versions.isLower(version, dependency.version()))
        .ifPresent(
            version ->
                advice.add(
                    "%s is at %s here; the connectors were tested with %s."
                        .formatted(dependency.key(), version, dependency.version())));
  }

  /** Another generation of the same product on the class path gives classes twice. */
  private void adviseOnGroup(Dependency dependency) {
    String major = major(dependency.version());
    present.present().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(dependency.group() + ":"))
        .filter(entry -> !Families.lockstep(dependency, entry.getKey()))
        .filter(entry -> entry.getValue().version().map(v -> !major(v).equals(major)).orElse(false))
        .forEach(
            entry ->
                advice.add(
                    "%s %s is there too: raise it to %s, so that the two do not clash."
                        .formatted(
                            entry.getKey(),
                            entry.getValue().version().orElseThrow(),
                            dependency.version())));
  }

  private static String major(String version) {
    return version.split("[.-]", 2)[0];
  }

  private List<String> lines(Dependency dependency) {
    List<String> lines = new ArrayList<>();
    lines.add("<dependency>");
    lines.add("\t<groupId>" + dependency.group() + "</groupId>");
    lines.add("\t<artifactId>" + dependency.artifact() + "</artifactId>");
    version(dependency).ifPresent(version -> lines.add("\t<version>" + version + "</version>"));
    if (dependency.scope() == Scope.TEST) {
      lines.add("\t<scope>test</scope>");
    } else if (managedScope(dependency).filter(scope -> !scope.equals("compile")).isPresent()) {
      lines.add("\t<scope>compile</scope>");
    }
    lines.add("</dependency>");
    return lines;
  }

  private Optional<String> version(Dependency dependency) {
    Optional<Declared> managed = Optional.ofNullable(present.managed().get(dependency.key()));
    if (managed.isPresent()) {
      adviseOnVersion(dependency, managed.get());
      return Optional.empty();
    }
    Optional<String> manager = Families.manager(dependency, present.managers());
    if (manager.isPresent()) {
      advice.add(
          "The version of %s comes from %s; the connectors were tested with %s."
              .formatted(dependency.key(), manager.get(), dependency.version()));
      return Optional.empty();
    }
    return sibling(dependency)
        .flatMap(Declared::writtenVersion)
        .or(() -> Optional.of(dependency.version()));
  }

  /** The library with the version that the pom gives it, as far as the pom tells. */
  private Dependency effective(Dependency dependency) {
    return Optional.ofNullable(present.managed().get(dependency.key()))
        .or(() -> sibling(dependency))
        .flatMap(Declared::version)
        .map(dependency::at)
        .orElse(dependency);
  }

  /** One whose version a library has to share. */
  private Optional<Declared> sibling(Dependency dependency) {
    Map<String, Declared> siblings = present.present();
    present.managed().forEach(siblings::putIfAbsent);
    return siblings.entrySet().stream()
        .filter(entry -> Families.lockstep(dependency, entry.getKey()))
        .map(Map.Entry::getValue)
        .filter(declared -> declared.writtenVersion().isPresent())
        .findFirst();
  }

  /**
   * Before 2.22 surefire runs no Jupiter test and says nothing; Maven 3.8 and older default to it.
   */
  private void makeSurefireRunJupiter() {
    Optional<String> version = pom.pluginVersion(SUREFIRE);
    if (version.isPresent()) {
      if (Versions.isLower(version.get(), SUREFIRE_LOWEST)) {
        advice.add(
            "%s %s does not run JUnit Jupiter tests: raise it to %s."
                .formatted(SUREFIRE, version.get(), SUREFIRE_VERSION));
      }
      return;
    }
    if (pom.hasUnknownParent()) {
      return;
    }
    Optional<XmlElement> unversioned = pom.ownPlugin(SUREFIRE);
    if (unversioned.isPresent()) {
      insertion.version(SUREFIRE, unversioned.get(), SUREFIRE_VERSION);
    } else {
      insertion.place(
          List.of("build", "plugins"),
          List.of(
              new PomInsertion.Snippet(
                  SUREFIRE,
                  List.of(
                      "<plugin>",
                      "\t<artifactId>" + SUREFIRE + "</artifactId>",
                      "\t<version>" + SUREFIRE_VERSION + "</version>",
                      "</plugin>"))));
    }
    advice.add(
        "%s is set to %s, because older versions of Maven would not run the tests."
            .formatted(SUREFIRE, SUREFIRE_VERSION));
  }

  static boolean isJupiter(Dependency dependency) {
    return dependency.group().equals("org.junit.jupiter");
  }
}
