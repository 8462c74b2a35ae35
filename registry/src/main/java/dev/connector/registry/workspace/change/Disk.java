package dev.connector.registry.workspace.change;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The few things a transaction asks of a file system, each of them one step that happens or does
 * not.
 *
 * <p>The seam at which tests kill, fill and forbid: every method that writes may fail.
 */
public interface Disk {

  /** The content of a regular file; empty where nothing is. Links are not followed. */
  Optional<byte[]> read(Path file) throws IOException;

  /** The names in a directory, sorted; empty where there is none. */
  List<String> list(Path directory) throws IOException;

  /** Writes a new file. */
  void write(Path file, byte[] content) throws IOException;

  /** Gives a file the mode of another. */
  void copyMode(Path from, Path to) throws IOException;

  /** Makes one directory whose parent is there; an existing one is fine. */
  void makeDirectory(Path directory) throws IOException;

  /** Renames atomically, replacing what is there. */
  void move(Path from, Path to) throws IOException;

  /** Removes a file or an empty directory; an absent one is fine. */
  void delete(Path path) throws IOException;

  /** Waits until the contents of files and the entries of directories are on the medium. */
  void sync(Collection<Path> paths) throws IOException;
}
