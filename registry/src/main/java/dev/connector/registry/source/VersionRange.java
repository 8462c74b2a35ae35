package dev.connector.registry.source;

import java.util.Objects;
import org.semver4j.Semver;
import org.semver4j.range.RangeList;
import org.semver4j.range.RangeListFactory;

/**
 * A range of semantic versions as npm writes them: {@code ^1.0.0}, {@code ~1.2}, {@code >=1.0.0
 * <2.0.0}, {@code 1.2.3}.
 *
 * @param text the range as written
 */
public record VersionRange(String text) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException where it is none
   */
  public VersionRange {
    Objects.requireNonNull(text);
    if (text.isBlank() || !parse(text).get().stream().allMatch(all -> !all.isEmpty())) {
      throw new IllegalArgumentException("not a version range: " + text);
    }
  }

  /** Whether {@code version} is one of them; what is no semantic version never is. */
  public boolean includes(String version) {
    Semver parsed = Semver.parse(version);
    return parsed != null && parsed.satisfies(parse(text));
  }

  /** Whether the text is a semantic version. */
  static boolean isVersion(String text) {
    return Semver.isValid(text);
  }

  private static RangeList parse(String text) {
    return RangeListFactory.create(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
