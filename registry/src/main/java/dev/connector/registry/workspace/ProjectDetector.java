package dev.connector.registry.workspace;

import java.nio.file.Path;
import java.util.Optional;

/** Recognises a project by its own build file. Reads only, and only below the repository's root. */
public final class ProjectDetector {

  /**
   * What the user decides, which outweighs what is found.
   *
   * @param basePackage the package under which connectors are put ({@code --package})
   * @param path the folder main sources are put into, or a module's folder ({@code --path})
   */
  public record Overrides(Optional<String> basePackage, Optional<String> path) {

    /** Nothing decided. */
    public static Overrides none() {
      return new Overrides(Optional.empty(), Optional.empty());
    }
  }

  /**
   * Looks at one folder, which need not exist; folders above are asked for inherited settings only.
   */
  public Detection detect(Path directory, Overrides overrides) {
    throw new UnsupportedOperationException();
  }

  /** The project in the folder; fails with what to do where there is not exactly one. */
  public Project require(Path directory, Overrides overrides) {
    throw new UnsupportedOperationException();
  }
}
