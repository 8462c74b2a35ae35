package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemManifest;
import dev.connector.registry.source.VersionRange;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What items need of a project before they can be put into it. */
final class Requirements {

  /** Names that are folders of ours beside the connectors' own. */
  private static final Set<String> TAKEN = Set.of(Item.RUNTIME, "base", "undo");

  private Requirements() {}

  /**
   * The project as a Java project; fails where it is in a language the items have no source for.
   */
  static Project.Java language(Project project, List<Item> items) {
    if (project instanceof Project.Java java) {
      return java;
    }
    String wanted = project.language().title();
    Item item = items.get(0);
    throw new ConnectorException(
        Kind.FAILED,
        "%s has no source for %s yet (%s says that this is a %s project); there is: %s"
            .formatted(
                item.name(),
                wanted,
                project.buildFile(),
                wanted,
                String.join(", ", titles(item.languages()))),
        "add it to a project in one of those: --cwd <folder>");
  }

  private static List<String> titles(List<String> languages) {
    List<String> titles = new ArrayList<>();
    for (Language language : Language.values()) {
      if (languages.contains(language.id())) {
        titles.add(language.title());
      }
    }
    return titles;
  }

  static void name(Item item) {
    if (item.kind() == Item.Kind.CONNECTOR && !isFree(item.name())) {
      throw new ConnectorException(
          Kind.INTEGRITY,
          "a connector cannot be called \"" + item.name() + "\"",
          "tell the registry's owner");
    }
  }

  /** Whether a connector may be called this. */
  static boolean isFree(String name) {
    return !TAKEN.contains(name);
  }

  static void level(Project.Java project, Item item, ItemManifest manifest) {
    project
        .level()
        .filter(level -> level.release() < manifest.release())
        .ifPresent(
            level -> {
              throw new ConnectorException(
                  Kind.FAILED,
                  "%s needs Java %d; this project compiles for Java %d (%s)"
                      .formatted(item.name(), manifest.release(), level.release(), level.source()),
                  raise(project, manifest.release()));
            });
  }

  private static String raise(Project.Java project, int release) {
    return project.build() == Project.BuildTool.MAVEN
        ? "set <maven.compiler.release>%d</maven.compiler.release> in pom.xml".formatted(release)
        : "set java.toolchain.languageVersion to %d in %s".formatted(release, project.buildFile());
  }

  /**
   * The runtime to install: none where the one that is there serves everybody.
   *
   * @throws ConnectorException where no single runtime serves the old connectors and the new
   */
  static Optional<Item> runtime(AddRequest request, Lock lock, Language language) {
    Map<String, VersionRange> ranges = new TreeMap<>();
    lock.connectors()
        .forEach(
            (name, entry) ->
                entry.runtimeRange().ifPresent(it -> ranges.put(name, new VersionRange(it))));
    for (Item item : request.items()) {
      if (item.kind() == Item.Kind.CONNECTOR) {
        ranges.remove(item.name());
        Optional.ofNullable(item.manifest(language.id()).requires().get(Item.RUNTIME))
            .ifPresent(range -> ranges.put(item.name(), range));
      }
    }
    Optional<Item> offered =
        request.items().stream().filter(it -> it.kind() == Item.Kind.RUNTIME).findFirst();
    Optional<String> present = lock.runtime().map(Lock.Entry::version);
    if (present.isPresent() && refusing(ranges, present.get()).isEmpty()) {
      // The very same one again mends files that went missing.
      return offered.filter(
          item ->
              item.version(language.id()).equals(present.get())
                  || (request.purpose() == Purpose.UPDATE
                      && refusing(ranges, item.version(language.id())).isEmpty()));
    }
    String version = offered.map(item -> item.version(language.id())).orElse("");
    List<String> refusing = refusing(ranges, version);
    if (!refusing.isEmpty()) {
      throw disagreement(present, offered.map(item -> version), refusing);
    }
    return offered;
  }

  private static List<String> refusing(Map<String, VersionRange> ranges, String version) {
    return ranges.entrySet().stream()
        .filter(entry -> !entry.getValue().includes(version))
        .map(entry -> entry.getKey() + " needs " + entry.getValue())
        .toList();
  }

  private static ConnectorException disagreement(
      Optional<String> present, Optional<String> offered, List<String> refusing) {
    String here = present.map(it -> "this project has runtime " + it).orElse("there is no runtime");
    String there = offered.map(it -> ", the registry has " + it).orElse("");
    return new ConnectorException(
        Kind.CONFLICT,
        here + there + ", but " + String.join(" and ", refusing),
        "choose another version of the connector, with name@version");
  }
}
