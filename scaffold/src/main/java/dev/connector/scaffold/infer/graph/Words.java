package dev.connector.scaffold.infer.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words that a name is made of, in small letters: {@code AccountSid} is account and sid. */
public final class Words {

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("statuses", "status"),
          Map.entry("campuses", "campus"),
          Map.entry("bonuses", "bonus"),
          Map.entry("viruses", "virus"),
          Map.entry("aliases", "alias"),
          Map.entry("analyses", "analysis"),
          Map.entry("indices", "index"),
          Map.entry("matrices", "matrix"),
          Map.entry("people", "person"),
          Map.entry("children", "child"),
          Map.entry("data", "data"),
          Map.entry("series", "series"),
          Map.entry("news", "news"),
          Map.entry("movies", "movie"),
          Map.entry("cookies", "cookie"));

  private Words() {}

  /** Parts at letters that begin a word, at digits' ends and at whatever is neither. */
  public static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isAscii(c)) {
        end(word, words);
        continue;
      }
      if (beginsWord(name, i)) {
        end(word, words);
      }
      word.append(c);
    }
    end(word, words);
    return words;
  }

  /**
   * As one text, each word in the singular, so that {@code user_accounts} is {@code UserAccount}.
   */
  public static String key(List<String> words) {
    StringBuilder key = new StringBuilder();
    words.forEach(it -> key.append(singular(it)));
    return key.toString();
  }

  /** As one text. */
  public static String key(String name) {
    return key(of(name));
  }

  /** One of what an English word means several of. */
  public static String singular(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    int length = word.length();
    if (length > 4 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length > 4
        && (word.endsWith("sses")
            || word.endsWith("xes")
            || word.endsWith("ches")
            || word.endsWith("shes"))) {
      return word.substring(0, length - 2);
    }
    boolean plural =
        length > 2
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is");
    return plural ? word.substring(0, length - 1) : word;
  }

  private static boolean beginsWord(String name, int at) {
    if (at == 0 || !Character.isUpperCase(name.charAt(at))) {
      return false;
    }
    boolean afterSmall = !Character.isUpperCase(name.charAt(at - 1));
    // The plural of an abbreviation is one word: ids in userIDs.
    boolean pluralOfAbbreviation =
        at + 2 == name.length() && name.charAt(at + 1) == 's' && !afterSmall;
    boolean beforeSmall =
        at + 1 < name.length()
            && Character.isLowerCase(name.charAt(at + 1))
            && !pluralOfAbbreviation;
    return afterSmall || beforeSmall;
  }

  private static boolean isAscii(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
