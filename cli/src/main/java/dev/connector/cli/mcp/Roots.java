package dev.connector.cli.mcp;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folder the server was started in, which no call leaves: what an assistant was talked into
 * must not read or write elsewhere on the machine.
 */
final class Roots {

  /** What looks like a path and is none: of an address, a pattern for one, words to search. */
  private static final Set<String> NO_PATHS =
      Set.of("<path>", "<pattern>", "<word>", "<name=value>", "<cursor>");

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");
  private static final Pattern SSH = Pattern.compile("[\\w.-]+@[\\w.-]+:.*");

  private final Path root;

  Roots(Path root) {
    this.root = Objects.requireNonNull(root);
  }

  /**
   * A folder that a caller named.
   *
   * @throws ConnectorException of kind USAGE where it is not below the root
   */
  Path directory(String name) {
    Path directory = within(name, root);
    if (!Files.isDirectory(directory)) {
      throw Value.usage("there is no folder " + name, "\"cwd\" is a folder below " + root);
    }
    return directory;
  }

  /** Fails where a value may lead to a file outside. */
  void require(String label, String value, Path directory) {
    if (NO_PATHS.contains(label)) {
      return;
    }
    boolean address = ADDRESS.matcher(value).matches() || SSH.matcher(value).matches();
    if (address && !value.regionMatches(true, 0, "file:", 0, 5)) {
      return;
    }
    if (value.regionMatches(true, 0, "file:", 0, 5)) {
      throw outside(value);
    }
    within(value, directory);
  }

  private Path within(String name, Path directory) {
    try {
      Path path = directory.resolve(name).normalize();
      Path existing = path;
      while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
        existing = existing.getParent();
      }
      if (!path.startsWith(root)
          || existing == null
          || !existing.toRealPath().startsWith(root.toRealPath())) {
        throw outside(name);
      }
      return path;
    } catch (IOException | InvalidPathException e) {
      throw outside(name);
    }
  }

  private ConnectorException outside(String name) {
    return Value.usage(
        "\"" + name + "\" is not below " + root,
        "a call stays in the folder the server was started in; start another one elsewhere");
  }
}
