package dev.connector.registry.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/** Bare repositories in the cache: objects and names, no hooks, nothing checked out. */
final class BareRepository {

  private BareRepository() {}

  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve("HEAD"));
  }

  static Repository open(Path folder) throws IOException {
    return new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }

  /** Laid out by hand: JGit would start a shell to learn the umask. */
  static Repository openOrCreate(Path folder) throws IOException {
    if (!isIn(folder)) {
      Files.createDirectories(folder.resolve("objects"));
      Files.createDirectories(folder.resolve("refs"));
      Files.writeString(
          folder.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
      Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/main\n");
    }
    return open(folder);
  }

  /** What the repository of a URL is kept as. */
  static String folderName(GitUrl url) {
    String readable = url.url().replaceFirst("^.*/", "").replaceAll("[^A-Za-z0-9]+", "-");
    return hash(url) + "-" + readable;
  }

  /** A short name for a URL. */
  static String hash(GitUrl url) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(url.url().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
