package dev.connector.registry.workspace.change;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The edge of a project that no read or write crosses, checked against the disk as it is at that
 * moment.
 *
 * @param root the project's folder, with links resolved
 */
record Boundary(Path root) {

  /**
   * Where a path of the project is on disk. Folders on the way may be links that stay inside; the
   * file itself may not be a link.
   */
  Path locate(String path) throws IOException {
    return locate(path, true);
  }

  /** Where a folder of the project is on disk; it may be absent, but nothing else than a folder. */
  Path folder(String path) throws IOException {
    return locate(path, false);
  }

  private Path locate(String path, boolean isFile) throws IOException {
    SafePath.require(path);
    Path relative = Path.of(path);
    Path place = root;
    for (Path segment : relative) {
      place = place.resolve(segment);
      Optional<BasicFileAttributes> found = attributes(place);
      if (found.isEmpty()) {
        break; // Below what is not there, nothing is.
      }
      boolean last =
          isFile && place.getNameCount() == root.getNameCount() + relative.getNameCount();
      requireHarmless(path, place, found.get(), last);
    }
    return root.resolve(relative);
  }

  private void requireHarmless(String path, Path place, BasicFileAttributes found, boolean last)
      throws IOException {
    if (found.isSymbolicLink()) {
      if (last || !staysInside(place)) {
        throw refused(path, root.relativize(place) + " is a symbolic link");
      }
      if (!Files.isDirectory(place)) {
        throw refused(path, root.relativize(place) + " is a file");
      }
    } else if (!last && !found.isDirectory()) {
      throw refused(path, root.relativize(place) + " is a file");
    } else if (last && found.isDirectory()) {
      throw refused(path, "it is a folder");
    }
  }

  /** What is at a place, itself and not what it links to; each look costs, and there are many. */
  private static Optional<BasicFileAttributes> attributes(Path place) throws IOException {
    try {
      return Optional.of(
          Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  private boolean staysInside(Path link) throws IOException {
    Path target = link.toRealPath();
    if (!target.startsWith(root) || target.equals(root)) {
      return false;
    }
    SafePath.require(root.relativize(target).toString().replace('\\', '/'));
    return true;
  }

  private static ConnectorException refused(String path, String reason) {
    return new ConnectorException(
        Kind.INTEGRITY,
        "refused to touch " + path + ": " + reason,
        "remove it or choose another place with --path");
  }
}
