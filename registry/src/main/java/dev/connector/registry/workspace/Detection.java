package dev.connector.registry.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What was found in a folder when looking for a project. */
public sealed interface Detection {

  /** One project. */
  record Found(Project project) implements Detection {
    public Found {
      Objects.requireNonNull(project);
    }
  }

  /**
   * A build that holds modules and has no source of its own, so that a module must be chosen.
   *
   * @param modules folders relative to the one looked at
   */
  record Parent(Path root, String buildFile, List<String> modules) implements Detection {
    public Parent {
      Objects.requireNonNull(root);
      Objects.requireNonNull(buildFile);
      modules = List.copyOf(modules);
    }
  }

  /**
   * No build file.
   *
   * @param empty whether the folder is missing or holds nothing, so that a project may be made
   *     there
   * @param enclosing the nearest folder above that is a project
   */
  record Nothing(Path directory, boolean empty, Optional<Path> enclosing) implements Detection {
    public Nothing {
      Objects.requireNonNull(directory);
      Objects.requireNonNull(enclosing);
    }
  }
}
