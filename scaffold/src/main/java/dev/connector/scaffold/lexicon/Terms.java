package dev.connector.scaffold.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of names and sentences. */
public final class Terms {

  private Terms() {}

  /** In small letters: {@code getUserIDs} and {@code get_user-IDs} are get, user, ids. */
  public static List<String> of(String text) {
    List<String> terms = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean word = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (!word || startsWord(text, i)) {
        if (i > start) {
          terms.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = word ? i : i + 1;
      }
    }
    return terms;
  }

  /** As one word: {@code user_id} and {@code userId} are the same. */
  public static String joined(String text) {
    return String.join("", of(text));
  }

  /** The form that {@code word} and its regular plural share. */
  public static String singular(String word) {
    if (word.length() < 4 || !word.endsWith("s") || endsLikeSingular(word)) {
      return word;
    } else if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    } else if (word.endsWith("sses")
        || word.endsWith("shes")
        || word.endsWith("ches")
        || word.endsWith("xes")
        || word.endsWith("zes")) {
      return word.substring(0, word.length() - 2);
    }
    return word.substring(0, word.length() - 1);
  }

  private static boolean endsLikeSingular(String word) {
    return word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
  }

  private static boolean startsWord(String text, int i) {
    char at = text.charAt(i);
    if (i == 0 || !Character.isUpperCase(at)) {
      return false;
    }
    boolean afterCapital = Character.isUpperCase(text.charAt(i - 1));
    boolean beforeSmall = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
    return !afterCapital || beforeSmall && !pluralOfCapitals(text, i + 1);
  }

  /** Whether it is the last letter of a word like {@code IDs}. */
  private static boolean pluralOfCapitals(String text, int i) {
    return text.charAt(i) == 's'
        && (i + 1 == text.length() || !Character.isLowerCase(text.charAt(i + 1)));
  }
}
