package dev.connector.registry.workspace.change;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

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
    SafePath.require(path);
    Path place = root;
    for (Path segment : Path.of(path)) {
      Path next = place.resolve(segment);
      boolean last = next.getNameCount() - root.getNameCount() == Path.of(path).getNameCount();
      if (Files.isSymbolicLink(next)) {
        if (last || !staysInside(next)) {
          throw refused(path, root.relativize(next) + " is a symbolic link");
        }
      } else if (!last
          && Files.exists(next, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(next)) {
        throw refused(path, root.relativize(next) + " is a file");
      } else if (last && Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
        throw refused(path, "it is a folder");
      }
      place = next;
    }
    return place;
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
