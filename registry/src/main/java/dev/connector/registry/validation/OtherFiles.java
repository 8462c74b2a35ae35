package dev.connector.registry.validation;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for secrets in what lies beside connectors and runtimes: CI files, notes, scripts. The
 * source of a program that shares the folder is passed by: its tests may hold made-up secrets.
 */
final class OtherFiles extends SimpleFileVisitor<Path> {

  private static final Set<String> PASSED_AT_ROOT = Set.of("runtime", "src");
  private static final Set<String> CLUTTER =
      Set.of(".git", "target", "build", "node_modules", "__pycache__");
  private static final int LARGEST = 2 << 20;

  private final Path root;
  private final List<RegistryProblem> problems = new ArrayList<>();

  private OtherFiles(Path root) {
    this.root = root;
  }

  static List<RegistryProblem> problems(Path root) {
    OtherFiles files = new OtherFiles(root);
    try {
      Files.walkFileTree(root, files);
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.FAILED, root + " cannot be read", "check its permissions", e);
    }
    return files.problems;
  }

  /** What to say of a sighting in a place. */
  static RegistryProblem problem(String place, String before, SecretFinder.Sighting sighting) {
    String message =
        before
            + sighting.line()
            + ": looks like "
            + sighting.kind()
            + "; write a placeholder; if it was real, revoke it";
    return new RegistryProblem(place, message, Optional.of("PKG-5"));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean connector = root.resolve("connectors").equals(folder.getParent());
    String name = String.valueOf(folder.getFileName());
    boolean passed =
        !folder.equals(root)
            && (CLUTTER.contains(name)
                || root.equals(folder.getParent()) && PASSED_AT_ROOT.contains(name)
                || connector && Files.exists(folder.resolve("connector.json")));
    return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isRegularFile()) {
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        String place = root.relativize(file).toString().replace('\\', '/');
        for (SecretFinder.Sighting sighting : SecretFinder.in(in.readNBytes(LARGEST))) {
          problems.add(problem(place, "line ", sighting));
        }
      }
    }
    return FileVisitResult.CONTINUE;
  }
}
