package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;

/** What was fetched from one repository: a bare repository in the user's cache folder. */
final class GitCache {

  GitCache(GitUrl url, GitSettings settings) {}

  GitContent content(String ref) {
    throw new ConnectorException(ConnectorException.Kind.FAILED, "not yet", "");
  }
}
