package dev.connector.registry.validation;

import dev.connector.spec.conformance.statics.SecretScan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds what looks like a secret in files, whatever they are; tells where, never the value. */
public final class SecretFinder {

  private static final int LONGEST_LINE = 1 << 20;

  private SecretFinder() {}

  /**
   * A line that looks as if it held a secret.
   *
   * @param line counted from 1
   * @param kind {@code a private key}
   */
  public record Sighting(int line, String kind) {
    public Sighting {
      Objects.requireNonNull(kind);
    }
  }

  /** The lines of a file that look so. */
  public static List<Sighting> in(byte[] content) {
    List<Sighting> found = new ArrayList<>();
    int number = 0;
    // Every byte is a character, so that a file in any encoding is read.
    String text = new String(content, StandardCharsets.ISO_8859_1);
    for (String line : (Iterable<String>) text.lines()::iterator) {
      int place = ++number;
      SecretScan.kindOf(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
          .ifPresent(kind -> found.add(new Sighting(place, kind)));
    }
    return found;
  }
}
