package dev.connector.scaffold.openapi.source;

import dev.connector.scaffold.openapi.document.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Local files, none of them outside one folder, whatever links and dots say. */
final class Folder {

  private final Path root;

  Folder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** The file that the user named; any, a pipe too. */
  static Content named(Path path) throws RefusedException {
    try (InputStream in = Files.newInputStream(path)) {
      return new Content(new Location.OnDisk(path), limited(in));
    } catch (NoSuchFileException e) {
      throw new RefusedException("does not exist", "check the name of the file", e);
    } catch (IOException e) {
      throw new RefusedException(
          Files.isDirectory(path) ? "is a folder" : "cannot be read", "give a file", e);
    }
  }

  /** A file that the description names. */
  Content referenced(Path path) throws RefusedException {
    if (!path.startsWith(root)) {
      throw outside();
    }
    try {
      Path real = path.toRealPath();
      if (!real.startsWith(root.toRealPath())) {
        throw outside();
      }
      if (!Files.isRegularFile(real)) {
        throw new RefusedException("is no file", "");
      }
      try (InputStream in = Files.newInputStream(real)) {
        return new Content(new Location.OnDisk(path), limited(in));
      }
    } catch (NoSuchFileException e) {
      throw new RefusedException("does not exist", "", e);
    } catch (IOException e) {
      throw new RefusedException("cannot be read", "", e);
    }
  }

  private static RefusedException outside() {
    return new RefusedException("is outside of the description's folder, and is not read", "");
  }

  static byte[] limited(InputStream in) throws IOException, RefusedException {
    byte[] bytes = in.readNBytes(Limits.MOST_BYTES + 1);
    if (bytes.length > Limits.MOST_BYTES) {
      throw new RefusedException(
          "has more than " + (Limits.MOST_BYTES >> 20) + " MB", "give a smaller description");
    }
    return bytes;
  }
}
