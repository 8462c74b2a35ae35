package dev.connector.registry.contribute.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.registry.source.GitUrl;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;

/** The URL a fork is pushed to: as the user reaches the registry, and on the same host. */
final class PushUrl {

  private PushUrl() {}

  /** Of what a forge says of a fork, by the names of its fields for ssh and for https. */
  static GitUrl of(GitUrl repository, JsonNode fork, String ssh, String https) {
    String name = RepositoryPath.isSsh(repository) ? ssh : https;
    GitUrl url = GitUrl.parse(fork.path(name).asText());
    if (!url.host().equals(repository.host())) {
      throw new ConnectorException(
          Kind.INTEGRITY,
          repository.host() + " says that your fork is on " + url.host(),
          "nothing was sent there; ask who runs it");
    }
    // On the same host, what came with the registry's URL is good for the fork's, too.
    return new GitUrl(url.url(), url.host(), repository.credentials());
  }
}
