package dev.connector.cli.command;

import dev.connector.cli.agent.sandbox.Candidate;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A connector's sources as they would stand in a project after a plan: the connector's package and
 * the runtime's, with what the user added to them.
 */
record ProjectSources(Project.Java project, ProjectTree tree, Lock.Entry entry, Plan plan) {

  Candidate.Code code(String name) {
    Map<String, byte[]> main = new TreeMap<>();
    Map<String, byte[]> test = new TreeMap<>();
    Map<String, byte[]> resources = new TreeMap<>();
    Lock.read(tree).runtime().ifPresent(it -> sources(it, main, test));
    sources(entry, main, test);
    String own = "connectors/" + name + "/";
    for (String root : List.of(project.layout().resources(), project.layout().testResources())) {
      below(root, own).forEach((path, content) -> resources.put(path, content));
    }
    return new Candidate.Code(main, test, resources, program(name));
  }

  private void sources(Lock.Entry of, Map<String, byte[]> main, Map<String, byte[]> test) {
    for (String folder : of.packages().values()) {
      String path = folder.replace('.', '/') + "/";
      main.putAll(java(below(project.layout().main(), path)));
      test.putAll(java(below(project.layout().test(), path)));
    }
  }

  private static Map<String, byte[]> java(Map<String, byte[]> files) {
    files.keySet().removeIf(path -> !path.endsWith(".java"));
    return files;
  }

  /** The files below a folder of a source root, by their paths in that root. */
  private Map<String, byte[]> below(String root, String folder) {
    Map<String, byte[]> files = new TreeMap<>();
    String prefix = root + "/";
    Path there = project.root().resolve(root).resolve(folder);
    if (Files.isDirectory(there)) {
      try (Stream<Path> found = Files.walk(there)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          String path = project.root().relativize(file).toString().replace('\\', '/');
          files.put(path.substring(prefix.length()), Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new ConnectorException(
            ConnectorException.Kind.FAILED, there + " cannot be read", "check its permissions", e);
      }
    }
    for (Change change : plan.changes()) {
      if (change.path().startsWith(prefix + folder)) {
        String path = change.path().substring(prefix.length());
        change.after().ifPresentOrElse(it -> files.put(path, it), () -> files.remove(path));
      }
    }
    return files;
  }

  private String program(String name) {
    return entry.files().entrySet().stream()
        .filter(it -> it.getValue().from().endsWith("/ConnectorMain.java"))
        .map(Map.Entry::getKey)
        .map(path -> path.substring(project.layout().main().length() + 1))
        .map(path -> path.substring(0, path.length() - ".java".length()).replace('/', '.'))
        .findFirst()
        .orElseThrow(
            () ->
                new ConnectorException(
                    ConnectorException.Kind.USAGE,
                    name + " has no class ConnectorMain, which is how its code is started",
                    "write one, see \"The program\" in SPEC.md"));
  }
}
