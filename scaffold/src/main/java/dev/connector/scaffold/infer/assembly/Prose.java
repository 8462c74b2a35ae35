package dev.connector.scaffold.infer.assembly;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a document, cut to what a definition has room for; hostile until then. */
final class Prose {

  private static final int LONGEST = 160;
  private static final int MOST_READ = 2_000;
  private static final Pattern MARKUP =
      Pattern.compile(
          "(<\\s?/?(?:br|p|li|ul|ol|div|td|tr|h[1-6])\\b[^<>]{0,200}>)|<[^<>]{1,200}>"
              + "|\\[([^\\[\\]]{1,200})\\]\\([^()]{0,500}\\)|[`*]+|(?<![^\\n])#+ ",
          Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST_KEY = 16;
  private static final Set<String> LISTS =
      Set.of("list", "lists", "get", "gets", "retrieve", "retrieves", "fetch", "return", "returns");
  private static final Set<String> FILLERS = Set.of("a", "an", "the", "all", "of", "list");

  private Prose() {}

  /** The first sentence, on one line, without markup or what looks like a key; may be empty. */
  static String sentence(String text) {
    String read = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
    String plain = withoutKeys(onOneLine(hasMarkup(read) ? withoutMarkup(read) : read));
    int end = end(plain);
    return end > LONGEST ? shortened(plain) : plain.substring(0, end);
  }

  /** The words alone, which line breaks of HTML keep apart as those of texts do. */
  private static String withoutMarkup(String text) {
    return MARKUP
        .matcher(text)
        .replaceAll(
            it ->
                it.group(1) != null
                    ? " "
                    : it.group(2) == null ? "" : Matcher.quoteReplacement(it.group(2)));
  }

  private static boolean hasMarkup(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("<[`*#".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** One blank for whatever separates words or cannot be seen. */
  private static String onOneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            it -> {
              if (!isBlank(it)) {
                line.appendCodePoint(it);
              } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
              }
            });
    return line.toString().strip();
  }

  private static boolean isBlank(int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.SURROGATE:
      case Character.PRIVATE_USE:
      case Character.UNASSIGNED:
      case Character.SPACE_SEPARATOR:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return true;
      default:
        return false;
    }
  }

  /** Without words so long, and of letters and digits, that they may be somebody's key. */
  private static String withoutKeys(String line) {
    StringBuilder kept = new StringBuilder(line.length());
    int begin = 0;
    boolean digit = false;
    boolean letter = false;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : ' ';
      boolean inside = Character.isLetterOrDigit(c) || c == '_' || c == '-';
      if (inside) {
        digit |= Character.isDigit(c);
        letter |= Character.isLetter(c);
        continue;
      }
      boolean key = digit && letter && i - begin >= SHORTEST_KEY;
      kept.append(key ? "…" : line.substring(begin, i));
      if (i < line.length()) {
        kept.append(c);
      }
      begin = i + 1;
      digit = false;
      letter = false;
    }
    return kept.toString();
  }

  /** The first that says something. */
  static String sentence(String first, String second) {
    String sentence = sentence(first);
    return sentence.isEmpty() ? sentence(second) : sentence;
  }

  /** What a list is of, without saying that it is listed; empty where nothing else was said. */
  static String withoutVerb(String sentence) {
    String[] words = sentence.split(" ", 4);
    int said = 0;
    if (LISTS.contains(words[0].toLowerCase(Locale.ROOT))) {
      said = 1;
      while (said < Math.min(words.length, 3)
          && FILLERS.contains(words[said].toLowerCase(Locale.ROOT))) {
        said++;
      }
    }
    return String.join(" ", Arrays.asList(words).subList(said, words.length));
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
