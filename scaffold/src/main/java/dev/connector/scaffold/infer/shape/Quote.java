package dev.connector.scaffold.infer.shape;

import java.util.regex.Pattern;

/** A document's words in a sentence of ours. */
final class Quote {

  private static final int LONGEST = 60;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\s\\p{Cc}\\p{Cf}]+");

  private Quote() {}

  /** Its first sentence in quotation marks, on one line, kept short. */
  static String of(String text) {
    String line = UNPRINTABLE.matcher(Phrase.first(text)).replaceAll(" ").strip();
    return '"' + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + '"';
  }
}
