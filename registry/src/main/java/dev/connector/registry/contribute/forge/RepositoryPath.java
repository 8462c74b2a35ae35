package dev.connector.registry.contribute.forge;

import dev.connector.registry.source.GitUrl;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;

/** Parts of the URLs of repositories. */
final class RepositoryPath {

  private RepositoryPath() {}

  /** Whether a URL is one for ssh. */
  static boolean isSsh(GitUrl url) {
    return url.url().startsWith("ssh://") || !url.url().contains("://");
  }

  /** The URL of the same repository for https, where the API is, too. */
  static GitUrl web(GitUrl url) {
    if (url.host().isEmpty()) {
      throw new ConnectorException(
          Kind.USAGE,
          url + " is on no forge",
          "leave out --forge, and a branch is pushed; or send a patch: --patch <file>");
    }
    return isSsh(url) ? GitUrl.parse("https://" + url.host() + "/" + of(url)) : url;
  }

  /** What stands before the path: {@code https://git.acme.com:8443}. */
  static String origin(GitUrl web) {
    return web.url().substring(0, web.url().indexOf('/', web.url().indexOf("://") + 3));
  }

  /** Such as {@code owner/name}: the path without slashes around it, and without {@code .git}. */
  static String of(GitUrl url) {
    String text = url.url();
    int scheme = text.indexOf("://");
    String path =
        scheme < 0
            ? text.substring(text.indexOf(':') + 1)
            : text.substring(text.indexOf('/', scheme + 3));
    return path.replaceAll("^/+|/+$", "").replaceFirst("\\.git$", "");
  }

  /** The same where it must be an owner and a name. */
  static String ofTwo(GitUrl url) {
    String path = of(url);
    if (!path.matches("[^/]+/[^/]+")) {
      throw new ConnectorException(
          Kind.USAGE,
          url + " does not end with an owner and a name",
          "such as https://git.acme.com/owner/name.git");
    }
    return path;
  }
}
