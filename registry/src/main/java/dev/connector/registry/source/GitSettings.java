package dev.connector.registry.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How git registries are fetched.
 *
 * @param cache the folder that keeps what was fetched; processes may share it
 * @param offline whether only what was fetched before may be used
 * @param limits how long and how much
 * @param variables the environment, where tokens for hosts are, and by whose PATH git is found
 * @param progress told how far it is
 */
public record GitSettings(
    Path cache, boolean offline, Limits limits, Map<String, String> variables, Progress progress) {

  /**
   * Where fetching ends.
   *
   * @param silence how long a server may say nothing
   * @param total how long fetching may take altogether
   * @param bytes how much it may bring
   */
  public record Limits(Duration silence, Duration total, long bytes) {
    public Limits {
      if (silence.toSeconds() < 1 || total.compareTo(silence) < 0 || bytes <= 0) {
        throw new IllegalArgumentException("silence from 1 s, total from silence, bytes from 1");
      }
    }

    /** 20 s of silence, 5 minutes altogether, 512 MB. */
    public static Limits defaults() {
      return new Limits(Duration.ofSeconds(20), Duration.ofMinutes(5), 512L << 20);
    }
  }

  public GitSettings {
    Objects.requireNonNull(cache);
    Objects.requireNonNull(limits);
    variables = Map.copyOf(variables);
    Objects.requireNonNull(progress);
  }

  /** Online, with default limits and no tokens. */
  public static GitSettings in(Path cache, Progress progress) {
    return new GitSettings(cache, false, Limits.defaults(), Map.of(), progress);
  }

  /** The same, without the network. */
  public GitSettings withoutNetwork() {
    return new GitSettings(cache, true, limits, variables, progress);
  }

  /** The same, with other limits. */
  public GitSettings within(Limits other) {
    return new GitSettings(cache, offline, other, variables, progress);
  }

  /**
   * The same, with the credentials that an environment leads to: tokens for hosts, and the
   * credential helpers of the user's git.
   */
  public GitSettings withTokens(Map<String, String> environment) {
    return new GitSettings(cache, offline, limits, environment, progress);
  }

  /**
   * The name of the variable that holds the token for a host: {@code CONNECTOR_TOKEN_GIT_ACME_COM}.
   */
  static String tokenVariable(String host) {
    return "CONNECTOR_TOKEN_" + host.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /**
   * What to show the host of a URL that asks for it: what came with the URL, else the host's token,
   * else what the credential helpers of git have.
   */
  Optional<GitUrl.Credentials> credentials(GitUrl url) {
    return url.credentials()
        .or(
            () ->
                Optional.ofNullable(variables.get(tokenVariable(url.host())))
                    .map(token -> new GitUrl.Credentials("token", token)))
        .or(() -> new CredentialHelpers(variables, limits.silence()).ask(url));
  }

  /** The token for the host of an https URL, wherever it comes from. To be shown to no one else. */
  public Optional<String> token(GitUrl url) {
    return credentials(url).map(GitUrl.Credentials::password).filter(it -> !it.isEmpty());
  }

  /** Without the environment, which holds secrets. */
  @Override
  public String toString() {
    return "GitSettings[cache=" + cache + ", offline=" + offline + ", limits=" + limits + "]";
  }
}
