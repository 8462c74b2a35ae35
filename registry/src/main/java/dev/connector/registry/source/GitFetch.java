package dev.connector.registry.source;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;

/** Brings one commit of a repository into a cache: one connection, no history, no other branch. */
final class GitFetch {

  private static final int ONE_COMMIT = 1;
  private static final int ALL_HISTORY = Integer.MAX_VALUE;

  private final Repository cache;
  private final GitUrl url;
  private final GitSettings settings;
  private final FetchProgress progress;
  private final HostCredentials credentials;

  GitFetch(Repository cache, GitUrl url, GitSettings settings, FetchProgress progress) {
    this.cache = cache;
    this.url = url;
    this.settings = settings;
    this.progress = progress;
    this.credentials = new HostCredentials(url, () -> settings.credentials(url));
  }

  /** The commit that a branch, tag or commit id means there now; empty if it means none. */
  Optional<ObjectId> fetch(String ref) throws IOException {
    try (Transport transport = open(ONE_COMMIT);
        FetchConnection connection = transport.openFetch(List.of(), names(ref))) {
      Optional<Ref> advertised = choose(ref, connection.getRefsMap());
      if (advertised.isPresent()) {
        receive(connection, List.of(advertised.get()));
        return Optional.of(commit(advertised.get().getObjectId()));
      }
      if (!Names.isCommit(ref)) {
        return Optional.empty();
      }
    }
    return fetchCommit(ObjectId.fromString(ref));
  }

  private Optional<ObjectId> fetchCommit(ObjectId id) throws IOException {
    if (url.host().isEmpty()) {
      receiveAll(); // costs nothing here, and JGit cannot refuse quietly within one process
    } else {
      receiveOne(id);
    }
    return cache.getObjectDatabase().has(id) ? Optional.of(commit(id)) : Optional.empty();
  }

  private void receiveOne(ObjectId id) throws IOException {
    Ref wanted = new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, id.name(), id);
    try (Transport transport = open(ONE_COMMIT);
        FetchConnection connection = transport.openFetch(List.of(), Constants.HEAD)) {
      receive(connection, List.of(wanted));
    } catch (TransportException e) {
      // Servers may refuse what no branch or tag points at: then take everything and look.
      if (progress.isCancelled() || !isRefusal(e)) {
        throw e;
      }
      receiveAll();
    }
  }

  private static boolean isRefusal(TransportException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RemoteRepositoryException || cause instanceof PackProtocolException) {
        return true;
      }
    }
    return false;
  }

  private void receiveAll() throws IOException {
    try (Transport transport = open(ALL_HISTORY);
        FetchConnection connection = transport.openFetch(List.of(), "refs/heads/", "refs/tags/")) {
      receive(connection, connection.getRefs());
    }
  }

  private void receive(FetchConnection connection, Collection<Ref> wanted)
      throws TransportException {
    connection.fetch(progress, wanted, Set.of());
  }

  private Transport open(int depth) throws IOException {
    Transport transport = GitTransport.open(cache, url, settings, credentials);
    transport.setDepth(depth);
    return transport;
  }

  private static String[] names(String ref) {
    return ref.isEmpty()
        ? new String[] {Constants.HEAD}
        : new String[] {Constants.R_HEADS + ref, Constants.R_TAGS + ref};
  }

  /** A server may advertise more than it was asked for. */
  private static Optional<Ref> choose(String ref, Map<String, Ref> advertised) {
    for (String name : names(ref)) {
      Ref found = advertised.get(name);
      if (found != null && found.getObjectId() != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** The commit behind an annotated tag, or the commit itself. */
  private ObjectId commit(ObjectId id) throws IOException {
    try (RevWalk walk = new RevWalk(cache)) {
      return walk.parseCommit(id).copy();
    }
  }
}
