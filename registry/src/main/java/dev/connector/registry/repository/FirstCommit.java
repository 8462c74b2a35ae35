package dev.connector.registry.repository;

import dev.connector.registry.source.IsolatedSystem;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.jgit.api.AddCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** Makes a repository of a folder that is in none. */
public final class FirstCommit {

  private static final String BRANCH = "main";

  private FirstCommit() {}

  /** The repository that a folder is in or is, by the folder that holds it. */
  public static Optional<Path> repository(Path folder) {
    for (Path place = folder.toAbsolutePath(); place != null; place = place.getParent()) {
      if (Files.exists(place.resolve(".git"))) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /**
   * Makes the repository, with branch {@code main}, and commits these files to it.
   *
   * @param paths relative to the folder, with forward slashes
   * @return the commit's id
   */
  public static String make(
      Path folder, Collection<String> paths, UserIdentity user, String message, Clock clock) {
    IsolatedSystem.install();
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch(BRANCH).call()) {
      AddCommand add = git.add();
      paths.forEach(add::addFilepattern);
      add.call();
      PersonIdent person =
          new PersonIdent(user.name(), user.email(), clock.instant(), ZoneId.systemDefault());
      return git.commit()
          .setAuthor(person)
          .setCommitter(person)
          .setMessage(message)
          .setSign(false)
          .setNoVerify(true)
          .call()
          .getId()
          .name();
    } catch (GitAPIException e) {
      throw new ConnectorException(
          Kind.FAILED,
          "the files are in " + folder + ", but no repository could be made of it",
          "make it by hand: git init, git add, git commit",
          e);
    }
  }
}
