package dev.connector.registry.contribute.forge;

import dev.connector.registry.source.GitSettings;
import dev.connector.registry.source.GitUrl;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.Optional;

/** Forges, by the API they speak. */
public enum ForgeKind {
  /** GitHub and GitHub Enterprise. */
  GITHUB("github.com", "https://api.github.com", "/api/v3"),
  /** GitLab, wherever it is installed. */
  GITLAB("gitlab.com", "https://gitlab.com/api/v4", "/api/v4"),
  /** Gitea and Forgejo, which speak the same. */
  GITEA("codeberg.org", "https://codeberg.org/api/v1", "/api/v1");

  private final String home;
  private final String homeApi;
  private final String path;

  ForgeKind(String home, String homeApi, String path) {
    this.home = home;
    this.homeApi = homeApi;
    this.path = path;
  }

  /** The forge that a well-known host is. */
  public static Optional<ForgeKind> of(GitUrl url) {
    for (ForgeKind kind : values()) {
      if (kind.home.equals(url.host())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * The forge at the host of a repository.
   *
   * @throws ConnectorException of kind AUTHENTICATION where there is no token for the host, USAGE
   *     where the URL names no repository of a forge
   */
  public Forge open(GitUrl repository, GitSettings settings) {
    GitUrl web = RepositoryPath.web(repository);
    String token =
        settings
            .token(web)
            .orElseThrow(
                () ->
                    new ConnectorException(
                        Kind.AUTHENTICATION,
                        "there is no token for " + web.host() + ", and proposing needs one",
                        "put one that may write into "
                            + web.tokenVariable()
                            + ", or into a credential helper of git"));
    String api = web.host().equals(home) ? homeApi : RepositoryPath.origin(web) + path;
    ForgeHttp http = new ForgeHttp(api, web, new Token(token), settings.limits().silence());
    return switch (this) {
      case GITHUB -> new GitHub(http, repository);
      case GITLAB -> new GitLab(http, repository);
      case GITEA -> new Gitea(http, repository);
    };
  }
}
