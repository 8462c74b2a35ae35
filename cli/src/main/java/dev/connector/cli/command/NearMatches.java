package dev.connector.cli.command;

import dev.connector.spec.NearMatch;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds what an abbreviated or mistyped word may have meant. */
final class NearMatches {

  private static final int AT_MOST = 3;

  private NearMatches() {}

  /** The known words that begin with the one typed, else the nearest by typing errors. */
  static List<String> of(String typed, Collection<String> known) {
    String word = typed.toLowerCase(Locale.ROOT);
    Stream<String> longer =
        known.stream().filter(candidate -> !word.isEmpty() && candidate.startsWith(word)).sorted();
    return Stream.concat(longer, NearMatch.of(word, known).stream())
        .distinct()
        .limit(AT_MOST)
        .toList();
  }
}
