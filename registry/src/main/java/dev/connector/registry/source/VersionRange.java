package dev.connector.registry.source;

import java.util.regex.Pattern;
import org.semver4j.Semver;

/**
 * A range of semantic versions as npm writes them: {@code ^1.0.0}, {@code ~1.2}, {@code >=1.0.0
 * <2.0.0}, {@code 1.2.3}.
 *
 * @param text the range as written
 */
public record VersionRange(String text) {

  private static final String VERSION = "[0-9]+(\\.[0-9]+(\\.[0-9]+([-+][0-9A-Za-z.+-]+)?)?)?";
  private static final String BOUND = "(\\^|~|>=|<=|>|<|=)?" + VERSION;
  private static final String BOUNDS = BOUND + "( " + BOUND + ")*";

  // The library takes words that are no range for ranges that nothing fits.
  private static final Pattern RANGE = Pattern.compile(BOUNDS + "( \\|\\| " + BOUNDS + ")*");

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException where it is none
   */
  public VersionRange {
    if (!RANGE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a version range: " + text);
    }
  }

  /** Whether {@code version} is one of them; what is no semantic version never is. */
  public boolean includes(String version) {
    Semver parsed = Semver.parse(version);
    return parsed != null && parsed.satisfies(text);
  }

  /** Whether the text is a semantic version. */
  static boolean isVersion(String text) {
    return Semver.isValid(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
