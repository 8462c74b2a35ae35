package dev.connector.registry.source;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Shows a host its own credentials, and no other host that it may redirect to. Asks no person;
 * looks for credentials only once the host wants some.
 */
final class HostCredentials extends CredentialsProvider {

  private final GitUrl origin;
  private final Supplier<Optional<GitUrl.Credentials>> source;
  private Optional<Optional<GitUrl.Credentials>> found = Optional.empty();

  HostCredentials(GitUrl origin, Supplier<Optional<GitUrl.Credentials>> source) {
    this.origin = origin;
    this.source = source;
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) throws UnsupportedCredentialItem {
    if (!isOrigin(uri) || !supports(items)) {
      return false;
    }
    if (found.isEmpty()) {
      found = Optional.of(source.get());
    }
    Optional<GitUrl.Credentials> credentials = found.get();
    if (credentials.isEmpty()) {
      return false;
    }
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username user) {
        user.setValue(credentials.get().user());
      } else if (item instanceof CredentialItem.Password password) {
        password.setValue(credentials.get().password().toCharArray());
      }
    }
    return true;
  }

  private boolean isOrigin(URIish uri) {
    String port = uri.getPort() > 0 ? ":" + uri.getPort() : "";
    String place = (uri.getScheme() + "://" + uri.getHost() + port + "/").toLowerCase(Locale.ROOT);
    return uri.getHost() != null && origin.url().startsWith(place);
  }
}
