package dev.connector.cli.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** The packed registry as a git repository again. */
final class PackedRepository {

  private static final String CONNECTORS = "connectors/";

  private PackedRepository() {}

  /** Makes a repository of one commit, and gives the name of a connector in it. */
  static String unpack(Path packed, Path folder) throws IOException, GitAPIException {
    String name = "";
    try (InputStream in = Files.newInputStream(packed);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
        if (entry.getName().startsWith(CONNECTORS)) {
          name = entry.getName().split("/")[1];
        }
      }
    }
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("Registry")
          .setAuthor("build", "build")
          .setCommitter("build", "build")
          .setSign(false)
          .call();
    }
    return name;
  }
}
