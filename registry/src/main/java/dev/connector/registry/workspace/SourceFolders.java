package dev.connector.registry.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the user's existing sources tell: the package everything of theirs is under. */
final class SourceFolders {

  private static final int ENOUGH = 20_000;

  private SourceFolders() {}

  /** The deepest package that holds all sources below a folder; empty where they share none. */
  static Optional<String> commonPackage(Path folder) {
    Common common = new Common(folder);
    if (Files.isDirectory(folder)) {
      try {
        Files.walkFileTree(folder, common);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return common.result();
  }

  private static final class Common extends SimpleFileVisitor<Path> {
    private final Path root;
    private List<String> segments;
    private boolean direct;
    private int seen;

    Common(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      boolean source = name.endsWith(".java") || name.endsWith(".kt") || name.endsWith(".groovy");
      if (source && !name.equals("module-info.java")) {
        add(packageOf(file));
      }
      return ++seen < ENOUGH ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    private List<String> packageOf(Path file) {
      String path = root.relativize(file.getParent()).toString().replace('\\', '/');
      return path.isEmpty() ? List.of() : Arrays.asList(path.split("/"));
    }

    private void add(List<String> of) {
      if (segments == null) {
        segments = of;
        direct = true;
        return;
      }
      int shared = 0;
      while (shared < Math.min(segments.size(), of.size())
          && segments.get(shared).equals(of.get(shared))) {
        shared++;
      }
      direct = shared == of.size() || (direct && shared == segments.size());
      segments = segments.subList(0, shared);
    }

    Optional<String> result() {
      // "com" alone is shared by everybody; it is nobody's package unless sources stand in it.
      if (segments == null || segments.isEmpty() || (segments.size() == 1 && !direct)) {
        return Optional.empty();
      }
      return Optional.of(String.join(".", segments)).filter(JavaPackage::isValid);
    }
  }
}
