package dev.connector.registry.workspace.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk on which, between staging and writing, a folder becomes a link to somewhere else. */
final class SwappingDisk extends DelegatingDisk {

  private final Path folder;
  private final Path outside;

  SwappingDisk(Path folder, Path outside) {
    this.folder = folder;
    this.outside = outside;
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    super.move(from, to);
    if (to.endsWith("staged.json")) {
      Files.delete(folder);
      Files.createSymbolicLink(folder, outside);
    }
  }
}
