package dev.connector.scaffold.infer.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns names and texts of a description into words, settings' names and short quotes. */
final class Terms {

  private static final Pattern BOUNDARY =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");

  /** Placeholders that mean something else where a setting might be used, and variables taken. */
  private static final Set<String> TAKEN =
      Set.of(
          "token",
          "signature",
          "timestamp",
          "nonce",
          "method",
          "url",
          "path",
          "query",
          "body",
          "cursor",
          "deliveryId",
          "baseUrl",
          "origins",
          "allowLoopback",
          "maskPersonal",
          "rateLimits");

  private static final int LONGEST_TEXT = 5_000;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_QUOTE = 160;

  private Terms() {}

  /** The words of a name or text in small letters: {@code X-Auth-Token} has x, auth and token. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : BOUNDARY.split(cut(text, LONGEST_TEXT))) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** A name for a setting, {@code accountName}; the given one where the text has none in it. */
  static String identifier(String text, String otherwise) {
    StringBuilder name = new StringBuilder();
    for (String word : words(cut(text, LONGEST_NAME))) {
      if (name.length() == 0 && !Character.isLetter(word.charAt(0))) {
        continue;
      }
      name.append(name.length() == 0 ? word : capital(word));
    }
    if (name.length() == 0) {
      return otherwise;
    }
    return TAKEN.contains(name.toString()) ? name + "Value" : name.toString();
  }

  /** What a form would call it: {@code Account name}. */
  static String title(String identifier) {
    return capital(String.join(" ", words(identifier)));
  }

  /** A text in one short line. */
  static String quote(String text) {
    String line = BLANK.matcher(cut(text, LONGEST_TEXT)).replaceAll(" ").strip();
    return line.length() > LONGEST_QUOTE
        ? cut(line, LONGEST_QUOTE - 1).stripTrailing() + "…"
        : line;
  }

  /** A text that means itself in a template. */
  static String literal(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }

  /** Never ends between the halves of one character. */
  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
