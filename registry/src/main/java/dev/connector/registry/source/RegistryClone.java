package dev.connector.registry.source;

import dev.connector.registry.lesson.Lessons;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;

/**
 * A registry's repository as a place to commit to: a private, bare clone in the cache with the
 * whole history of one branch, so that a fork can be pushed to. Nothing is checked out and no hook
 * is run.
 */
public final class RegistryClone implements AutoCloseable {

  private static final String UPSTREAM = "refs/upstream/";

  private final GitUrl url;
  private final GitSettings settings;
  private final Path folder;
  private final Repository repository;
  private Ref upstream;
  private ItemReader items;
  private String root;

  private RegistryClone(Location.Git location, GitSettings settings, Path folder)
      throws IOException {
    this.url = location.url();
    this.settings = settings;
    this.folder = folder;
    this.repository = BareRepository.openOrCreate(folder);
  }

  /**
   * Fetches the newest state of a registry.
   *
   * @param location where the ref is a branch, a change is made for that; otherwise for the
   *     repository's default branch
   * @throws ConnectorException as for reading a registry; of kind NETWORK where it may not be
   *     fetched
   */
  public static RegistryClone open(Location.Git location, GitSettings settings) {
    IsolatedSystem.install();
    if (settings.offline()) {
      throw new ConnectorException(
          Kind.NETWORK,
          "the newest state of " + location.url() + " is needed, and --offline is set",
          "run the same without --offline");
    }
    Path folder =
        settings.cache().resolve("contribute").resolve(BareRepository.folderName(location.url()));
    try {
      return new CacheLock(folder, settings.limits().total())
          .hold(() -> new RegistryClone(location, settings, folder).fetched(location));
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private RegistryClone fetched(Location.Git location) throws IOException {
    try {
      FetchProgress progress = new FetchProgress(settings.progress());
      GitFailure failure = new GitFailure(url, settings, GitFailure.Purpose.FETCH);
      ObjectId commit =
          new BoundedFetch(folder.resolve("objects"), settings.limits(), failure)
              .run(() -> fetch(location.ref(), progress), progress)
              .orElseThrow(() -> failure.noRef(""));
      GitContent content = new GitContent(BareRepository.open(folder), commit);
      Origin.Registered here =
          new Origin.Registered(url.toString(), location.ref(), commit.name(), "");
      this.items = new ItemReader(content, here);
      this.root = new Storage(content, url.toString()).root();
      return this;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Optional<ObjectId> fetch(String ref, FetchProgress progress) throws IOException {
    HostCredentials credentials = new HostCredentials(url, () -> settings.credentials(url));
    try (Transport transport = GitTransport.open(repository, url, settings, credentials);
        FetchConnection connection = transport.openFetch(List.of(), Constants.R_HEADS, "HEAD")) {
      Optional<Ref> branch = branch(connection, ref);
      if (branch.isPresent()) {
        connection.fetch(progress, List.of(branch.get()), Set.of());
        upstream = branch.get();
        GitRefs.point(repository, UPSTREAM + upstream.getName(), upstream.getObjectId());
      }
      return branch.map(Ref::getObjectId);
    }
  }

  /** The branch asked for, else the one that HEAD is, else one that is where HEAD is. */
  private static Optional<Ref> branch(FetchConnection connection, String ref) {
    Ref asked = connection.getRef(Constants.R_HEADS + ref);
    if (asked != null) {
      return Optional.of(asked);
    }
    Ref head = connection.getRef(Constants.HEAD);
    if (head != null && head.isSymbolic()) {
      return Optional.ofNullable(connection.getRef(head.getTarget().getName()));
    }
    return connection.getRefs().stream()
        .filter(it -> it.getName().startsWith(Constants.R_HEADS))
        .filter(it -> head != null && it.getObjectId().equals(head.getObjectId()))
        .findFirst();
  }

  /** The repository's URL. */
  public GitUrl url() {
    return url;
  }

  /** The objects, to which commits may be added. */
  public Repository repository() {
    return repository;
  }

  /** The branch that a change is for. */
  public String branch() {
    return Repository.shortenRefName(upstream.getName());
  }

  /** Its newest commit. */
  public ObjectId commit() {
    return upstream.getObjectId();
  }

  /** The connector of that name; empty where the registry has none yet. */
  public Optional<Item> connector(String name) {
    Names.requireConnector(name);
    return items.hasConnector(name) ? Optional.of(items.connector(name)) : Optional.empty();
  }

  /** The folder of a connector in the repository, with no slash at its end. */
  public String folder(String connector) {
    return root + ItemReader.folder(connector);
  }

  /** The path of a lesson in the repository, whether or not there is one of that name yet. */
  public String lesson(String name) {
    return root + LessonReader.path(name);
  }

  /** The lessons there are. */
  public Lessons lessons() {
    return items.lessons();
  }

  /** Where commits of this clone are pushed. */
  public PushTarget target(GitUrl remote) {
    return new PushTarget(repository, Objects.requireNonNull(remote), settings);
  }

  @Override
  public void close() {
    repository.close();
  }

  private static ConnectorException unusable(Path folder, IOException cause) {
    return new ConnectorException(
        Kind.FAILED,
        "the clone in the cache cannot be used: "
            + Text.oneLine(String.valueOf(cause.getMessage())),
        "remove it, it will be fetched again: " + folder,
        cause);
  }
}
