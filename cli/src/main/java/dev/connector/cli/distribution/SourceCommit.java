package dev.connector.cli.distribution;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Which commit a registry's content is packed at. */
final class SourceCommit {

  private SourceCommit() {}

  /**
   * The commit checked out in a clone; empty where the folder is no clone, or its registry differs
   * from every commit.
   */
  static String of(Path root) {
    try (Git git = Git.open(root.toFile())) {
      ObjectId head = git.getRepository().resolve(Constants.HEAD);
      boolean clean = git.status().addPath("registry").call().isClean();
      return head == null || !clean ? "" : head.name();
    } catch (IOException | GitAPIException e) {
      return "";
    }
  }
}
