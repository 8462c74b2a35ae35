package dev.connector.registry.workspace;

import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project on disk, made up for a test, and what one does with it. */
final class SampleProject {

  private final Path root;

  SampleProject(Path root) {
    this.root = root;
  }

  /** A Maven project of Java 17 with one class in {@code com.acme.app}. */
  static SampleProject maven(Path root) {
    return new SampleProject(root)
        .file("pom.xml", pom("17"))
        .file("src/main/java/com/acme/app/Main.java", "package com.acme.app;\n\nclass Main {}\n");
  }

  static String pom(String release) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.acme</groupId>
          <artifactId>app</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>%s</maven.compiler.release>
          </properties>
        </project>
        """
        .formatted(release);
  }

  Path root() {
    return root;
  }

  SampleProject file(String path, String content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String read(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  AddPlan plan(SampleItem... items) {
    return plan(ProjectDetector.Overrides.none(), items);
  }

  AddPlan plan(ProjectDetector.Overrides overrides, SampleItem... items) {
    Project project = new ProjectDetector().require(root, overrides);
    return new AddPlanner()
        .plan(
            new AddRequest(
                project,
                Arrays.stream(items).map(SampleItem::item).toList(),
                AddRequest.BuildEdits.ADD,
                AddRequest.Purpose.ADD));
  }

  AddPlan update(SampleItem... items) {
    Project project = new ProjectDetector().require(root, ProjectDetector.Overrides.none());
    return new AddPlanner()
        .plan(
            new AddRequest(
                project,
                Arrays.stream(items).map(SampleItem::item).toList(),
                AddRequest.BuildEdits.ADD,
                AddRequest.Purpose.UPDATE));
  }

  SampleProject add(SampleItem... items) {
    return apply(plan(items).plan());
  }

  RemovePlan planRemove(String... names) {
    return new RemovePlanner().plan(root, List.of(names));
  }

  SampleProject remove(String... names) {
    return apply(planRemove(names).plan());
  }

  SampleProject apply(Plan plan) {
    ProjectTree.at(root).apply(plan);
    return this;
  }

  /** Every file but the journal, by path. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(path).toString();
        if (!name.startsWith(".connectors/undo")) {
          files.put(name, new String(Files.readAllBytes(path), "ISO-8859-1"));
        }
      }
      return files;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
