package dev.connector.registry.workspace;

import dev.connector.registry.workspace.Project.BuildTool;
import dev.connector.registry.workspace.Project.LanguageLevel;
import dev.connector.registry.workspace.Project.Layout;
import dev.connector.registry.workspace.build.MavenPom;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads projects that Maven builds. */
final class MavenProjects {

  static final String BUILD_FILE = "pom.xml";

  private static final int DEEPEST = 20;
  private static final String SPRING_BOOT = "org.springframework.boot:spring-boot-starter-parent";

  private MavenProjects() {}

  /** The pom of a folder with the parents that lie beside it. */
  static MavenPom pom(Path folder) {
    return pom(folder.resolve(BUILD_FILE), 0);
  }

  /** The pom of a folder as it would be with another content. */
  static MavenPom pom(Path folder, byte[] content) {
    return pom(folder.resolve(BUILD_FILE), content, 0);
  }

  private static MavenPom pom(Path file, int depth) {
    try {
      return pom(file, Files.readAllBytes(file), depth);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static MavenPom pom(Path file, byte[] content, int depth) {
    try {
      MavenPom alone = MavenPom.parse(content, Optional.empty());
      Optional<MavenPom> parent =
          depth < DEEPEST ? parentOf(alone, file.getParent(), depth) : Optional.empty();
      return parent.isEmpty() ? alone : MavenPom.parse(content, parent);
    } catch (IllegalArgumentException misunderstood) {
      throw new ConnectorException(
          Kind.FAILED,
          file + " cannot be read: " + misunderstood.getMessage(),
          "check it with: mvn validate",
          misunderstood);
    }
  }

  private static Optional<MavenPom> parentOf(MavenPom pom, Path folder, int depth) {
    return pom.parentPath()
        .map(path -> folder.resolve(path).normalize())
        .map(path -> Files.isDirectory(path) ? path.resolve(BUILD_FILE) : path)
        .filter(Files::isRegularFile)
        .map(file -> pom(file, depth + 1))
        .filter(parent -> pom.parentKey().equals(key(parent)));
  }

  private static Optional<String> key(MavenPom pom) {
    return pom.groupId().flatMap(group -> pom.artifactId().map(artifact -> group + ":" + artifact));
  }

  /** The modules of a build without sources of its own; empty for a project with sources. */
  static Optional<List<String>> modulesOf(Path folder, MavenPom pom) {
    if (!pom.packaging().equals("pom") && pom.modules().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(modules(folder, pom, "", 0));
  }

  private static List<String> modules(Path folder, MavenPom pom, String prefix, int depth) {
    List<String> modules = new ArrayList<>();
    for (String module : pom.modules()) {
      Path place = folder.resolve(module).normalize();
      if (depth < DEEPEST && Files.isRegularFile(place.resolve(BUILD_FILE))) {
        MavenPom inner = pom(place);
        if (inner.packaging().equals("pom")) {
          modules.addAll(modules(place, inner, prefix + module + "/", depth + 1));
        } else {
          modules.add(prefix + module);
        }
      }
    }
    return modules;
  }

  static Project.Java project(Path root, MavenPom pom, Placement placement) {
    Layout layout =
        placement.layout(
            new Layout(
                pom.buildSetting("sourceDirectory").orElse("src/main/java"),
                pom.resources().orElse("src/main/resources"),
                pom.buildSetting("testSourceDirectory").orElse("src/test/java"),
                pom.testResources().orElse("src/test/resources")));
    String fallback =
        JavaPackage.of(
            pom.groupId().orElse(""),
            pom.artifactId().orElseGet(() -> root.getFileName().toString()));
    String basePackage = placement.basePackage(layout, fallback);
    return new Project.Java(
        root,
        BUILD_FILE,
        BuildTool.MAVEN,
        level(pom),
        layout,
        basePackage,
        placement.settings(layout, basePackage),
        GradleProjects.buildFile(root).stream()
            .map(other -> "There is a " + other + " too; " + BUILD_FILE + " is the one edited.")
            .toList());
  }

  /** In the order in which the compiler plugin lets one outweigh the other. */
  private static Optional<LanguageLevel> level(MavenPom pom) {
    String plugin = "maven-compiler-plugin";
    Optional<LanguageLevel> level =
        number(pom.pluginSetting(plugin, "release"), "release of " + plugin)
            .or(() -> number(pom.property("maven.compiler.release"), "maven.compiler.release"))
            .or(() -> number(pom.pluginSetting(plugin, "source"), "source of " + plugin))
            .or(() -> number(pom.property("maven.compiler.source"), "maven.compiler.source"))
            .or(() -> number(pom.property("maven.compiler.target"), "maven.compiler.target"));
    if (level.isPresent()) {
      return level;
    }
    if (pom.parentChain().contains(SPRING_BOOT)) {
      return number(pom.property("java.version"), "java.version");
    }
    // An unknown parent may say anything; without one it is Maven that decides.
    return pom.hasUnknownParent()
        ? Optional.empty()
        : Optional.of(new LanguageLevel(8, "Maven's default: no maven.compiler.release is set"));
  }

  private static Optional<LanguageLevel> number(Optional<String> value, String name) {
    return value
        .map(it -> it.startsWith("1.") ? it.substring(2) : it)
        .filter(it -> it.matches("\\d{1,3}"))
        .map(it -> new LanguageLevel(Integer.parseInt(it), name + " in " + BUILD_FILE));
  }
}
