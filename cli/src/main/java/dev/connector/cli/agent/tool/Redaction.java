package dev.connector.cli.agent.tool;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Takes known secrets out of text. Nothing here should ever meet one; this is the second lock.
 *
 * <p>Its string form tells how many it knows.
 */
public final class Redaction {

  private static final String IN_PLACE = "[redacted]";

  /** Shorter values stand in every text by chance. */
  private static final int SHORTEST = 6;

  private final List<String> secrets;

  public Redaction(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** The text without them. */
  public String of(String text) {
    String redacted = text;
    for (String secret : secrets) {
      redacted = redacted.replace(secret, IN_PLACE);
    }
    return redacted;
  }

  @Override
  public String toString() {
    return "Redaction of " + secrets.size();
  }
}
