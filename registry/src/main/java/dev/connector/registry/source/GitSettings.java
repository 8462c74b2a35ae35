package dev.connector.registry.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How git registries are fetched.
 *
 * @param cache the folder that keeps what was fetched; processes may share it
 * @param offline whether only what was fetched before may be used
 * @param silence how long a server may say nothing
 * @param total how long fetching may take altogether
 * @param megabytes how much a fetch may bring
 * @param progress told how far it is
 */
public record GitSettings(
    Path cache,
    boolean offline,
    Duration silence,
    Duration total,
    int megabytes,
    Progress progress) {

  public GitSettings {
    Objects.requireNonNull(cache);
    Objects.requireNonNull(progress);
    if (isNotPositive(silence) || isNotPositive(total) || megabytes <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** Online, 20 s of silence, 5 minutes altogether, 512 MB. */
  public static GitSettings in(Path cache, Progress progress) {
    return new GitSettings(
        cache, false, Duration.ofSeconds(20), Duration.ofMinutes(5), 512, progress);
  }

  /** The same, without the network. */
  public GitSettings withoutNetwork() {
    return new GitSettings(cache, true, silence, total, megabytes, progress);
  }

  /** The same, with other time-outs. */
  public GitSettings within(Duration silence, Duration total) {
    return new GitSettings(cache, offline, silence, total, megabytes, progress);
  }

  private static boolean isNotPositive(Duration duration) {
    return duration.isZero() || duration.isNegative();
  }
}
