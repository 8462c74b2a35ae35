package dev.connector.spec.conformance.statics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a connector by the paths that a connector's folder has them at, such as {@code
 * schemas/contact.json}, wherever they really lie. Links are never followed, and sizes and numbers
 * are bounded.
 */
public final class ConnectorFiles {

  static final String DEFINITION = "connector.json";
  static final String ENVIRONMENT = ".env.example";

  private static final int MOST_FILES = 5000;
  private static final int MOST_BYTES = 8 << 20;
  private static final int DEEPEST = 20;

  /** What version control, builds and desktops leave behind. */
  private static final Set<String> CLUTTER =
      Set.of(".git", "target", "build", "node_modules", "__pycache__", ".DS_Store", "Thumbs.db");

  private final Path root;
  private final Map<String, Path> files = new TreeMap<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private boolean environmentExpected;

  private ConnectorFiles(Path root) {
    this.root = root;
  }

  /** The files of a connector's folder. */
  public static ConnectorFiles in(Path folder) {
    ConnectorFiles found = new ConnectorFiles(folder);
    found.walk(folder, "", 0);
    return found;
  }

  /** A definition whose file has a name of its own, with the schemas beside it. */
  public static ConnectorFiles of(Path definition) {
    Path folder = definition.toAbsolutePath().getParent();
    ConnectorFiles found = new ConnectorFiles(folder);
    found.add(DEFINITION, definition);
    if (Files.exists(folder.resolve("schemas"), LinkOption.NOFOLLOW_LINKS)) {
      found.enter("schemas", folder.resolve("schemas"), 1);
    }
    return found;
  }

  /**
   * The files of a connector that was installed, which are in several places of a project.
   *
   * @param definition the folder of its definition
   * @param installed further files by the paths they came from; one that is gone is a flaw
   */
  public static ConnectorFiles installed(
      Path project, Path definition, Map<String, Path> installed) {
    ConnectorFiles found = new ConnectorFiles(project);
    found.walk(definition, "", 0);
    installed.forEach(found::add);
    found.environmentExpected = true;
    Path example = project.resolve(ENVIRONMENT);
    if (Files.exists(example, LinkOption.NOFOLLOW_LINKS)) {
      found.add(ENVIRONMENT, example);
    }
    return found;
  }

  /** The paths there are, in order. */
  List<String> paths() {
    return List.copyOf(files.keySet());
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  /** Whether the names of secrets should be in a file by now, which {@code add} otherwise makes. */
  boolean environmentExpected() {
    return environmentExpected;
  }

  /** What to call a file in front of the user. */
  String shown(String path) {
    Path file = files.get(path);
    return file == null ? path : root.relativize(file.toAbsolutePath()).toString();
  }

  /** The content; empty where there is no such file. */
  Optional<byte[]> read(String path) {
    Path file = files.get(path);
    if (file == null) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(in.readNBytes(MOST_BYTES));
    } catch (IOException e) {
      flaw(file, "cannot be read", "check its permissions");
      files.remove(path);
      return Optional.empty();
    }
  }

  /** What is wrong with the files themselves. */
  List<Flaw> flaws() {
    return List.copyOf(flaws);
  }

  private void walk(Path folder, String prefix, int depth) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        String name = child.getFileName().toString();
        if (!CLUTTER.contains(name)) {
          enter(prefix + name, child, depth);
        }
        if (files.size() >= MOST_FILES) {
          return;
        }
      }
    } catch (IOException e) {
      flaw(folder, "the folder cannot be read", "check its permissions");
    }
  }

  private void enter(String path, Path child, int depth) {
    if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
      add(path, child);
    } else if (depth >= DEEPEST) {
      flaw(child, "folders lie deeper than " + DEEPEST, "make the tree flatter");
    } else {
      walk(child, path + "/", depth + 1);
    }
  }

  private void add(String path, Path file) {
    if (files.containsKey(path)) {
      return;
    }
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        flaw(file, "is a link", "put the file itself there");
      } else if (!attributes.isRegularFile()) {
        flaw(file, "is no regular file", "remove it");
      } else if (attributes.size() > MOST_BYTES) {
        flaw(file, "has more than " + MOST_BYTES + " bytes", "make it smaller");
      } else if (files.size() + 1 == MOST_FILES) {
        flaw(root, "has more than " + MOST_FILES + " files", "remove what is no part of it");
        files.put(path, file);
      } else {
        files.put(path, file);
      }
    } catch (NoSuchFileException e) {
      flaw(file, "is missing", "bring it back: connector status tells how");
    } catch (IOException e) {
      flaw(file, "cannot be read", "check its permissions");
    }
  }

  private void flaw(Path file, String cause, String fix) {
    String place = root.relativize(file.toAbsolutePath()).toString();
    flaws.add(new Flaw(place.isEmpty() ? "the folder" : place, cause, fix));
  }
}
