package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** Says in plain words why a repository could not be fetched. */
final class GitFailure {

  private static final String CHECK = "check the address and the network";

  private final GitUrl url;
  private final GitSettings settings;
  private final Purpose purpose;

  /** What was tried. */
  enum Purpose {
    FETCH("fetched", "read it"),
    PUSH("pushed to", "write to it");

    private final String done;
    private final String permission;

    Purpose(String done, String permission) {
      this.done = done;
      this.permission = permission;
    }
  }

  GitFailure(GitUrl url, GitSettings settings, Purpose purpose) {
    this.url = url;
    this.settings = settings;
    this.purpose = purpose;
  }

  /** The server was silent, or slow beyond the limit. */
  ConnectorException tooSlow(long seconds, Throwable cause) {
    return network(place() + " did not answer within " + seconds + " s", CHECK, cause);
  }

  /** The server sends more than is taken. */
  ConnectorException tooLarge() {
    return new ConnectorException(
        Kind.INTEGRITY,
        url + " sends more than " + (settings.limits().bytes() >> 20) + " MB",
        "a registry is small: check the address");
  }

  /** The repository has no such branch, tag or commit. */
  ConnectorException noRef(String ref) {
    return new ConnectorException(
        Kind.USAGE,
        ref.isEmpty()
            ? url + " is empty: it has no commit yet"
            : url + " has no branch, tag or commit \"" + ref + "\"",
        ref.isEmpty()
            ? "push a registry to it first"
            : "name one it has; a commit with all 40 digits");
  }

  /** Nothing was fetched before, and nothing may be now. */
  ConnectorException notCached(String ref) {
    return network(
        url + (ref.isEmpty() ? "" : " at " + ref) + " was not fetched before, and --offline is set",
        "run the same once without --offline",
        null);
  }

  /** JGit's failure, by its cause. */
  ConnectorException of(Throwable failure) {
    long silence = settings.limits().silence().toSeconds();
    if (caused(failure, InterruptedIOException.class).isPresent()) {
      return tooSlow(silence, failure);
    }
    if (caused(failure, UnknownHostException.class).isPresent()) {
      return network("there is no host " + place(), CHECK, failure);
    }
    if (caused(failure, ConnectException.class).isPresent()
        || caused(failure, NoRouteToHostException.class).isPresent()) {
      return network(place() + " cannot be reached", CHECK, failure);
    }
    if (caused(failure, SSLException.class).isPresent()) {
      return network("no secure connection to " + place() + reason(failure), CHECK, failure);
    }
    String text = messages(failure).toLowerCase(Locale.ROOT);
    if (Stream.of("authenticat", "authoriz", "not permitted", "permission denied", "host key")
        .anyMatch(text::contains)) {
      return new ConnectorException(
          Kind.AUTHENTICATION,
          place() + " refuses access to " + url,
          url.url().startsWith("http")
              ? "put a token that may "
                  + purpose.permission
                  + " into "
                  + url.tokenVariable()
                  + ", or into a credential helper of git"
              : "check that ssh reaches it: ssh -T " + place(),
          failure);
    }
    if (Stream.of("connect to host", "could not resolve", "timed out", "cannot run program")
        .anyMatch(text::contains)) {
      return network(place() + " cannot be reached" + reason(failure), CHECK, failure);
    }
    if (caused(failure, NoRemoteRepositoryException.class).isPresent()) {
      return new ConnectorException(
          Kind.USAGE, "there is no git repository at " + url, "check the address", failure);
    }
    return network(url + " could not be " + purpose.done + reason(failure), CHECK, failure);
  }

  private String place() {
    return url.host().isEmpty() ? url.toString() : url.host();
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? "" : ": " + Text.oneLine(root.getMessage().strip());
  }

  private static String messages(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      all.append(cause.getMessage()).append('\n');
    }
    return all.toString();
  }

  private static Optional<Throwable> caused(Throwable failure, Class<? extends Throwable> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(type::isInstance)
        .findFirst();
  }

  private static ConnectorException network(String message, String hint, Throwable cause) {
    return new ConnectorException(Kind.NETWORK, message, hint, cause);
  }
}
