package dev.connector.registry.workspace.change;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;

/** A project's folder on a disk that does not wait for the medium, for tests with many writes. */
public final class QuickTree {

  private QuickTree() {}

  /** The tree below an existing directory. */
  public static ProjectTree at(Path root) {
    Disk disk =
        new DelegatingDisk() {
          @Override
          public void sync(Collection<Path> paths) {}
        };
    return ProjectTree.at(root, disk, Clock.systemUTC());
  }
}
