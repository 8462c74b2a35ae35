package dev.connector.cli.project;

import dev.connector.registry.workspace.Lock;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.conformance.statics.ConnectorFiles;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Where a connector's definition lies, with its schemas beside it. */
public sealed interface ConnectorPlace {

  /** What to call it in messages: what the user would type. */
  String title();

  /** The file of the definition. */
  Path definition();

  /**
   * A connector that was added to a project.
   *
   * @param project the project's folder
   */
  record InProject(String title, Path project, Lock.Entry entry) implements ConnectorPlace {
    public InProject {
      Objects.requireNonNull(title);
      Objects.requireNonNull(project);
      Objects.requireNonNull(entry);
    }

    @Override
    public Path definition() {
      return project.resolve(".connectors").resolve(title).resolve(ConnectorPlaces.DEFINITION);
    }

    @Override
    public ConnectorFolder read() {
      ConnectorFolder folder = ConnectorPlace.super.read();
      return entry.files().entrySet().stream()
          .filter(it -> it.getValue().from().startsWith("fixtures/"))
          .findFirst()
          .map(it -> folder.fixtures(project.resolve(it.getKey()).getParent()))
          .orElse(folder);
    }

    @Override
    public ConnectorFiles files() {
      Map<String, Path> installed = new TreeMap<>();
      entry.files().forEach((path, file) -> installed.put(file.from(), project.resolve(path)));
      return ConnectorFiles.installed(project, folder(), installed);
    }
  }

  /** A connector in a folder of its own, such as one in a clone of a registry. */
  record InFolder(String title, Path definition) implements ConnectorPlace {
    public InFolder {
      Objects.requireNonNull(title);
      Objects.requireNonNull(definition);
    }

    @Override
    public ConnectorFiles files() {
      return definition.endsWith(ConnectorPlaces.DEFINITION)
          ? ConnectorFiles.in(folder())
          : ConnectorFiles.of(definition);
    }
  }

  /** The folder of the definition. */
  default Path folder() {
    return definition().toAbsolutePath().getParent();
  }

  /**
   * The definition and its schemas.
   *
   * @throws ConnectorException with all that is wrong, where they cannot be used
   */
  default ConnectorFolder read() {
    return ConnectorFolder.of(definition());
  }

  /** All the connector's files, to be looked at. */
  ConnectorFiles files();
}
