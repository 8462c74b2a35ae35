package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/** Finds out whether a folder of a repository holds what its last commit holds. */
final class WorkTree {

  private WorkTree() {}

  /** The URL of the repository that a folder belongs to. */
  static Optional<GitUrl> repository(Path folder) {
    IsolatedSystem.install();
    RepositoryBuilder builder = new RepositoryBuilder().findGitDir(folder.toFile());
    return Optional.ofNullable(builder.getGitDir())
        .map(place -> place.getName().equals(Constants.DOT_GIT) ? place.getParentFile() : place)
        .map(place -> GitUrl.parse("file://" + place.getAbsolutePath()));
  }

  /**
   * The commit that is checked out, if the item is in it exactly as the folder has it.
   *
   * @param folder a registry within the repository
   * @param reading how the item is read
   */
  static Optional<String> commit(Path folder, Item item, Function<ItemReader, Item> reading) {
    IsolatedSystem.install();
    RepositoryBuilder builder = new RepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    try (Repository repository = builder.build()) {
      ObjectId head = repository.resolve(Constants.HEAD);
      if (head == null || repository.isBare()) {
        return Optional.empty();
      }
      Path root = repository.getWorkTree().toPath().toRealPath();
      String path = root.relativize(folder.toRealPath()).toString().replace('\\', '/');
      repository.incrementOpen();
      try (GitContent content = new GitContent(repository, head, path)) {
        Origin.Registered here = new Origin.Registered(item.origin().source(), "", "", "");
        Item committed = reading.apply(new ItemReader(content, here));
        boolean same = committed.origin().tree().equals(item.origin().tree());
        return same ? Optional.of(head.name()) : Optional.empty();
      }
    } catch (ConnectorException | IOException e) {
      return Optional.empty(); // not there, or not as it is here: then it is in no commit we know
    }
  }
}
