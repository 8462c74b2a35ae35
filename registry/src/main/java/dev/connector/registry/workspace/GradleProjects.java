package dev.connector.registry.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.connector.registry.workspace.Project.BuildTool;
import dev.connector.registry.workspace.Project.LanguageLevel;
import dev.connector.registry.workspace.Project.Layout;
import dev.connector.registry.workspace.build.GradleDialect;
import dev.connector.registry.workspace.build.GradleScript;
import dev.connector.registry.workspace.build.GradleScript.Surroundings;
import dev.connector.registry.workspace.build.VersionCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads projects that Gradle builds. */
final class GradleProjects {

  private static final List<String> SCRIPTS = List.of("build.gradle.kts", "build.gradle");
  private static final List<String> SETTINGS = List.of("settings.gradle.kts", "settings.gradle");
  private static final int DEEPEST = 20;

  private GradleProjects() {}

  /** The build script of a folder. */
  static Optional<String> buildFile(Path folder) {
    return existing(folder, SCRIPTS);
  }

  /** The settings file of a folder. */
  static Optional<String> settingsFile(Path folder) {
    return existing(folder, SETTINGS);
  }

  static GradleScript script(Path folder, String buildFile) {
    return GradleScript.parse(
        bytes(folder.resolve(buildFile)), dialect(buildFile), surroundings(folder));
  }

  /** What the rest of the build, up to its settings file, says that a script of it may rely on. */
  static Surroundings surroundings(Path folder) {
    List<String> scripts = new ArrayList<>();
    VersionCatalog catalog = VersionCatalog.empty();
    Optional<Path> root = rootOf(folder);
    if (root.isPresent()) {
      settingsFile(root.get()).ifPresent(it -> scripts.add(text(root.get().resolve(it))));
      buildFile(root.get())
          .filter(it -> !root.get().equals(folder))
          .ifPresent(it -> scripts.add(text(root.get().resolve(it))));
      Path file = root.get().resolve("gradle/libs.versions.toml");
      if (Files.isRegularFile(file)) {
        catalog = VersionCatalog.parse(bytes(file));
      }
    }
    return new Surroundings(catalog, scripts);
  }

  /** The modules of a build without sources of its own; empty for a project with sources. */
  static Optional<List<String>> modulesOf(Path folder, Optional<GradleScript> script) {
    Optional<String> settings = settingsFile(folder);
    boolean sources = Files.isDirectory(folder.resolve("src"));
    if (settings.isEmpty() || sources || script.map(GradleScript::compilesJava).orElse(false)) {
      return Optional.empty();
    }
    List<String> modules =
        GradleScript.parse(
                bytes(folder.resolve(settings.get())), dialect(settings.get()), Surroundings.none())
            .includes()
            .stream()
            .filter(module -> buildFile(folder.resolve(module)).isPresent())
            .toList();
    return modules.isEmpty() && script.isPresent() ? Optional.empty() : Optional.of(modules);
  }

  static Project.Java project(Path root, String buildFile, Placement placement) {
    GradleScript script = script(root, buildFile);
    Layout layout =
        placement.layout(
            new Layout(
                script.sourceFolder("main").orElse("src/main/java"),
                "src/main/resources",
                script.sourceFolder("test").orElse("src/test/java"),
                "src/test/resources"));
    String group = script.assigned("group").orElse("");
    String name =
        settingsFile(root)
            .map(
                it -> GradleScript.parse(bytes(root.resolve(it)), dialect(it), Surroundings.none()))
            .flatMap(settings -> settings.assigned("rootProject\\.name"))
            .orElseGet(() -> root.getFileName().toString());
    String basePackage = placement.basePackage(layout, JavaPackage.of(group, name));
    return new Project.Java(
        root,
        buildFile,
        dialect(buildFile) == GradleDialect.KOTLIN
            ? BuildTool.GRADLE_KOTLIN
            : BuildTool.GRADLE_GROOVY,
        level(root, buildFile, script),
        layout,
        basePackage,
        placement.settings(layout, basePackage),
        List.of());
  }

  private static Optional<LanguageLevel> level(Path root, String buildFile, GradleScript script) {
    Optional<LanguageLevel> own = script.level().map(it -> new LanguageLevel(it, buildFile));
    return own.or(
        () ->
            rootOf(root)
                .filter(top -> !top.equals(root))
                .flatMap(
                    top ->
                        buildFile(top)
                            .flatMap(
                                file ->
                                    script(top, file)
                                        .level()
                                        .map(it -> new LanguageLevel(it, file + " of the root")))));
  }

  /** The nearest folder, this one or one above, that has a settings file. */
  private static Optional<Path> rootOf(Path folder) {
    Path candidate = folder;
    for (int i = 0; candidate != null && i < DEEPEST; i++, candidate = candidate.getParent()) {
      if (settingsFile(candidate).isPresent()) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  static GradleDialect dialect(String file) {
    return file.endsWith(".kts") ? GradleDialect.KOTLIN : GradleDialect.GROOVY;
  }

  private static Optional<String> existing(Path folder, List<String> names) {
    return names.stream().filter(name -> Files.isRegularFile(folder.resolve(name))).findFirst();
  }

  private static String text(Path file) {
    return new String(bytes(file), ISO_8859_1);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
