package dev.connector.registry.workspace.build;

import java.util.List;

/** A build file that libraries can be added to. */
public interface BuildFile {

  /**
   * Puts in what is missing by the smallest edit: comments, indentation, line endings and encoding
   * stay. A second edit for the same libraries changes nothing.
   */
  BuildEdit add(List<Dependency> dependencies);
}
