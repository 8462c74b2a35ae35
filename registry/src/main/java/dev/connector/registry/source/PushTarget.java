package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/** A repository that branches are pushed to. It is remembered what was pushed last. */
public final class PushTarget {

  private static final String PUSHED = "refs/pushed/";

  private final Repository repository;
  private final GitUrl remote;
  private final GitSettings settings;

  PushTarget(Repository repository, GitUrl remote, GitSettings settings) {
    this.repository = repository;
    this.remote = remote;
    this.settings = settings;
  }

  /** What this program pushed last to a branch there. */
  public Optional<ObjectId> pushed(String branch) {
    try {
      return Optional.ofNullable(repository.exactRef(memory(branch))).map(Ref::getObjectId);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Makes a branch there mean a commit, where it is not there yet, or is what was pushed last.
   *
   * @throws ConnectorException of kind CONFLICT where somebody else has pushed to it,
   *     AUTHENTICATION where the user may not push, NETWORK where it cannot be reached
   */
  public void push(ObjectId commit, String branch) {
    GitFailure failure = new GitFailure(remote, settings, GitFailure.Purpose.PUSH);
    HostCredentials credentials = new HostCredentials(remote, () -> settings.credentials(remote));
    try (Transport transport = GitTransport.open(repository, remote, settings, credentials);
        PushConnection connection = transport.openPush()) {
      Ref there = connection.getRef(Constants.R_HEADS + branch);
      if (there == null || !there.getObjectId().equals(commit)) {
        requireOurs(there, branch);
        push(connection, commit, branch);
      }
      GitRefs.point(repository, memory(branch), commit);
    } catch (IOException e) {
      throw failure.of(e);
    }
  }

  private void requireOurs(Ref there, String branch) {
    if (there != null && !pushed(branch).equals(Optional.of(there.getObjectId()))) {
      throw changed(branch);
    }
  }

  /** The server compares once more what it told us with what it has. */
  private void push(PushConnection connection, ObjectId commit, String branch) throws IOException {
    String name = Constants.R_HEADS + branch;
    RemoteRefUpdate update =
        new RemoteRefUpdate(repository, (String) null, commit, name, true, null, null);
    connection.push(new FetchProgress(settings.progress()), Map.of(name, update));
    switch (update.getStatus()) {
      case OK, UP_TO_DATE -> {}
      case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD -> throw changed(branch);
      default -> throw refused(branch, update);
    }
  }

  private ConnectorException changed(String branch) {
    return new ConnectorException(
        Kind.CONFLICT,
        "the branch " + branch + " of " + remote + " has what was not pushed from here",
        "delete that branch, or choose another one: --branch <name>");
  }

  private ConnectorException refused(String branch, RemoteRefUpdate update) {
    String reason = Objects.requireNonNullElse(update.getMessage(), update.getStatus().name());
    return new ConnectorException(
        Kind.FAILED,
        remote + " did not take the branch " + branch + ": " + Text.oneLine(reason),
        "ask its owner, or send a patch: --patch <file>");
  }

  private String memory(String branch) {
    return PUSHED + BareRepository.hash(remote) + "/" + branch;
  }
}
