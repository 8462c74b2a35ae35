package dev.connector.registry.source;

import java.util.Optional;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** Shows a host its own credentials, and no other host that it may redirect to. Asks nobody. */
final class HostCredentials extends CredentialsProvider {

  private final URIish origin;
  private final Optional<GitUrl.Credentials> credentials;

  HostCredentials(URIish origin, Optional<GitUrl.Credentials> credentials) {
    this.origin = origin;
    this.credentials = credentials;
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
    if (credentials.isEmpty() || !isOrigin(uri) || !supports(items)) {
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
    return origin.getScheme().equalsIgnoreCase(uri.getScheme())
        && origin.getHost().equalsIgnoreCase(uri.getHost())
        && origin.getPort() == uri.getPort();
  }
}
