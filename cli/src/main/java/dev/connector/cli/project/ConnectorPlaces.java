package dev.connector.cli.project;

import dev.connector.registry.source.NearMatches;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds the connector that a user means: by the name it has in a project, or by where it lies. */
public final class ConnectorPlaces {

  static final String DEFINITION = "connector.json";

  private final Path directory;

  /** A finder for a user who works in this folder. */
  public ConnectorPlaces(Path directory) {
    this.directory = Objects.requireNonNull(directory);
  }

  /** The connectors of the project here, by name. */
  public List<ConnectorPlace> installed() {
    List<ConnectorPlace> places = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      ProjectTree project = ProjectTree.at(directory);
      Lock.read(project)
          .connectors()
          .forEach(
              (name, entry) ->
                  places.add(new ConnectorPlace.InProject(name, project.root(), entry)));
    }
    return places;
  }

  /**
   * The connectors that words mean; all of the project where there are no words.
   *
   * @throws ConnectorException of kind USAGE where there is none
   */
  public List<ConnectorPlace> meant(List<String> words) {
    List<ConnectorPlace> places =
        words.isEmpty() ? installed() : words.stream().map(this::find).toList();
    if (places.isEmpty()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "no connectors in " + directory,
          "name a connector's folder, or add one: connector add <name>");
    }
    return places;
  }

  /**
   * The connector that a word means.
   *
   * @throws ConnectorException of kind USAGE where there is none, with what may have been meant
   */
  public ConnectorPlace find(String word) {
    List<ConnectorPlace> installed = installed();
    for (ConnectorPlace place : installed) {
      if (place.title().equals(word)) {
        return place;
      }
    }
    Path path = path(word);
    if (Files.isRegularFile(path)) {
      return inFolder(word, path);
    }
    if (Files.isRegularFile(path.resolve(DEFINITION))) {
      return inFolder(word, path.resolve(DEFINITION));
    }
    throw looksLikePath(word)
        ? nothingAt(path)
        : notInstalled(word, installed.stream().map(ConnectorPlace::title).toList());
  }

  private static ConnectorPlace inFolder(String word, Path definition) {
    return new ConnectorPlace.InFolder(word, definition);
  }

  private Path path(String word) {
    try {
      return directory.resolve(word).normalize();
    } catch (InvalidPathException e) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "\"" + word + "\" is neither a connector's name nor a path",
          "see what is here: connector status",
          e);
    }
  }

  private static boolean looksLikePath(String word) {
    return word.contains("/") || word.contains("\\") || word.endsWith(".json");
  }

  private static ConnectorException nothingAt(Path path) {
    String what =
        Files.isDirectory(path)
            ? "there is no " + DEFINITION + " in " + path
            : "there is no " + path;
    return new ConnectorException(
        ConnectorException.Kind.USAGE,
        what,
        "name a connector of this project, a connector's folder or its " + DEFINITION);
  }

  private ConnectorException notInstalled(String name, List<String> installed) {
    List<String> near = NearMatches.of(name, installed);
    String hint =
        !near.isEmpty()
            ? "did you mean \"" + String.join("\" or \"", near) + "\"?"
            : installed.isEmpty()
                ? "add it first: connector add " + name
                : "there is " + String.join(", ", installed) + "; or: connector add " + name;
    return new ConnectorException(
        ConnectorException.Kind.USAGE, "no connector \"" + name + "\" in " + directory, hint);
  }
}
