package dev.connector.registry.workspace;

import dev.connector.registry.workspace.Project.Layout;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where in a project connectors go: what the user says now, else what the project's settings keep,
 * else what the build and the existing sources tell.
 */
record Placement(
    Path root, Optional<String> basePackage, Optional<String> path, Settings settings) {

  Placement {
    Objects.requireNonNull(root);
    Objects.requireNonNull(settings);
    basePackage.ifPresent(Placement::requirePackage);
  }

  static Placement of(Path root, ProjectDetector.Overrides overrides, Settings settings) {
    return new Placement(
        root,
        overrides.basePackage().or(settings::basePackage),
        overrides.path().or(settings::path),
        settings);
  }

  /** What the project should remember. */
  Settings settings(Layout layout, String chosenPackage) {
    return new Settings(
        Optional.of(chosenPackage), path.map(it -> layout.main()), settings.registries());
  }

  Layout layout(Layout built) {
    return new Layout(
        inside(path.orElse(built.main())),
        inside(built.resources()),
        inside(built.test()),
        inside(built.testResources()));
  }

  String basePackage(Layout layout, String fallback) {
    return basePackage.orElseGet(
        () ->
            Stream.of(layout.main(), "src/main/kotlin", "src/main/groovy")
                .map(folder -> SourceFolders.commonPackage(root.resolve(folder)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(fallback));
  }

  private String inside(String folder) {
    Path place = root.resolve(folder).normalize();
    if (!place.startsWith(root) || place.equals(root)) {
      throw new ConnectorException(
          Kind.USAGE,
          "the source folder \"" + folder + "\" is not inside of " + root,
          "choose one that is: --path src/main/java");
    }
    return root.relativize(place).toString().replace('\\', '/');
  }

  private static void requirePackage(String name) {
    if (!JavaPackage.isValid(name)) {
      throw new ConnectorException(
          Kind.USAGE,
          "\"" + name + "\" is not a Java package",
          "try: --package " + JavaPackage.nearest(name));
    }
  }
}
