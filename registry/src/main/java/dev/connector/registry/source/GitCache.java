package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * What was fetched from one repository: a bare repository in the user's cache folder, which
 * processes share. It remembers which commit each ref meant when it was last asked for.
 */
final class GitCache {

  private static final String REMEMBERED = "refs/registry/";

  private final GitUrl url;
  private final GitSettings settings;
  private final Path folder;
  private final GitFailure failure;

  GitCache(GitUrl url, GitSettings settings) {
    IsolatedSystem.install();
    this.url = url;
    this.settings = settings;
    this.folder = settings.cache().resolve("git").resolve(BareRepository.folderName(url));
    this.failure = new GitFailure(url, settings, GitFailure.Purpose.FETCH);
  }

  /** The content at a branch, tag or commit; the default branch where that is empty. */
  GitContent content(String ref) {
    try {
      Optional<ObjectId> known = isCached() ? remembered(ref) : Optional.empty();
      boolean settled = known.isPresent() && known.get().name().equals(ref);
      ObjectId commit = settled || settings.offline() ? offline(known, ref) : latest(known, ref);
      return new GitContent(open(), commit);
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.FAILED,
          "the cache of "
              + url
              + " cannot be used: "
              + Text.oneLine(String.valueOf(e.getMessage())),
          "remove it, it will be fetched again: " + folder,
          e);
    }
  }

  private ObjectId offline(Optional<ObjectId> known, String ref) {
    return known.orElseThrow(() -> failure.notCached(ref));
  }

  private ObjectId latest(Optional<ObjectId> known, String ref) throws IOException {
    try {
      return fetch(ref);
    } catch (ConnectorException e) {
      if (e.kind() != Kind.NETWORK || known.isEmpty()) {
        throw e;
      }
      settings.progress().note(e.getMessage() + "; using what was fetched before");
      return known.get();
    }
  }

  private ObjectId fetch(String ref) throws IOException {
    return new CacheLock(folder, settings.limits().total())
        .hold(
            () -> {
              try (Repository repository = openOrCreate()) {
                ObjectId commit = fetch(repository, ref);
                remember(repository, ref, commit);
                return commit;
              }
            });
  }

  private ObjectId fetch(Repository repository, String ref) throws IOException {
    FetchProgress progress = new FetchProgress(settings.progress());
    GitFetch fetch = new GitFetch(repository, url, settings, progress);
    return new BoundedFetch(folder.resolve("objects"), settings.limits(), failure)
        .run(() -> fetch.fetch(ref), progress)
        .or(() -> isAbbreviated(ref) ? abbreviated(repository, ref) : Optional.empty())
        .orElseThrow(() -> failure.noRef(ref));
  }

  private Optional<ObjectId> remembered(String ref) throws IOException {
    try (Repository repository = open()) {
      if (Names.isCommit(ref)) {
        ObjectId commit = ObjectId.fromString(ref);
        return Optional.of(commit).filter(id -> has(repository, id));
      }
      Ref found = repository.exactRef(REMEMBERED + nameOf(ref));
      if (found != null) {
        return Optional.of(found.getObjectId());
      }
      return isAbbreviated(ref) ? abbreviated(repository, ref) : Optional.empty();
    }
  }

  private static boolean has(Repository repository, ObjectId commit) {
    try {
      return repository.getObjectDatabase().has(commit);
    } catch (IOException e) {
      return false; // then it is fetched again
    }
  }

  private static boolean isAbbreviated(String ref) {
    return ref.matches("[0-9a-f]{7,39}");
  }

  /** The one commit in the cache that begins so; a server cannot be asked for such. */
  private static Optional<ObjectId> abbreviated(Repository repository, String ref) {
    try (ObjectReader objects = repository.newObjectReader()) {
      Collection<ObjectId> found = objects.resolve(AbbreviatedObjectId.fromString(ref));
      return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void remember(Repository repository, String ref, ObjectId commit)
      throws IOException {
    GitRefs.point(repository, REMEMBERED + nameOf(ref), commit);
  }

  /** As hexadecimal digits, since {@code a} and {@code a/b} may both have been refs in time. */
  private static String nameOf(String ref) {
    return "x" + HexFormat.of().formatHex(ref.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isCached() {
    return BareRepository.isIn(folder);
  }

  private Repository open() throws IOException {
    return BareRepository.open(folder);
  }

  private Repository openOrCreate() throws IOException {
    return BareRepository.openOrCreate(folder);
  }
}
