package dev.connector.scaffold.infer.assembly;

import java.util.regex.Pattern;

/** Texts of a document, cut to what a definition has room for; hostile until then. */
final class Prose {

  private static final int LONGEST = 160;
  private static final int MOST_READ = 2_000;
  private static final Pattern MARKUP =
      Pattern.compile("<[^<>]{1,200}>|\\[([^\\[\\]]{1,200})\\]\\([^()]{0,500}\\)|[`*#]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{C}\\p{Z}]+");
  private static final Pattern KEYLIKE =
      Pattern.compile("\\b(?=[A-Za-z0-9_-]*[0-9])(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{16,}\\b");

  private Prose() {}

  /** The first sentence, on one line, without markup or what looks like a key; may be empty. */
  static String sentence(String text) {
    String read = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
    String plain = BLANKS.matcher(MARKUP.matcher(read).replaceAll("$1")).replaceAll(" ").strip();
    plain = KEYLIKE.matcher(plain).replaceAll("…");
    int end = end(plain);
    return end > LONGEST ? shortened(plain) : plain.substring(0, end);
  }

  /** The first that says something. */
  static String sentence(String first, String second) {
    String sentence = sentence(first);
    return sentence.isEmpty() ? sentence(second) : sentence;
  }

  /** With a capital at its beginning. */
  static String title(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static int end(String plain) {
    for (int i = 1; i < plain.length() - 1; i++) {
      boolean stop = ".!?".indexOf(plain.charAt(i)) >= 0 && plain.charAt(i + 1) == ' ';
      boolean abbreviation = i < 2 || plain.charAt(i - 2) == '.' || plain.charAt(i - 2) == ' ';
      if (stop && !abbreviation) {
        return i + 1;
      }
    }
    return plain.length();
  }

  private static String shortened(String plain) {
    int blank = plain.lastIndexOf(' ', LONGEST);
    int end = blank > LONGEST / 2 ? blank : LONGEST;
    if (Character.isHighSurrogate(plain.charAt(end - 1))) {
      end--;
    }
    return plain.substring(0, end) + " …";
  }
}
