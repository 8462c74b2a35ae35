package dev.connector.scaffold.render.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/** Java identifiers made from any text: in ASCII, so that they are fit for file names, too. */
public final class Words {

  /** Longer names are no use to anybody, nor to file systems. */
  private static final int LONGEST = 80;

  private Words() {}

  /** {@code hs_lead status} gives {@code hsLeadStatus}; empty where the text has no letter. */
  public static String lower(String text) {
    StringBuilder name = new StringBuilder();
    for (String word : of(text)) {
      name.append(name.length() == 0 ? word : capital(word));
    }
    return Character.isDigit(first(name)) ? "_" + name : name.toString();
  }

  /** {@code hs_lead status} gives {@code HsLeadStatus}; empty where the text has no letter. */
  public static String upper(String text) {
    StringBuilder name = new StringBuilder();
    of(text).forEach(word -> name.append(capital(word)));
    return Character.isDigit(first(name)) ? "_" + name : name.toString();
  }

  /** {@code hsLeadStatus} gives {@code HS_LEAD_STATUS}; empty where the text has no letter. */
  public static String constant(String text) {
    String name = String.join("_", of(text)).toUpperCase(Locale.ROOT);
    return Character.isDigit(first(name)) ? "_" + name : name;
  }

  /** {@code hsLeadStatus} gives {@code hs lead status}. */
  public static String spaced(String text) {
    return String.join(" ", of(text));
  }

  /** Whether a text can be a name in Java as it stands. */
  public static boolean isName(String text) {
    return text.chars().allMatch(c -> c < 128)
        && SourceVersion.isIdentifier(text)
        && !SourceVersion.isKeyword(text)
        && !text.equals("_");
  }

  /** Whether a text is a name as Java's methods and fields have it, {@code userID} included. */
  public static boolean isCamel(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && isSmall(text.charAt(0))
        && text.chars().allMatch(c -> isLetterOrDigit((char) c));
  }

  private static List<String> of(String whole) {
    String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c)) {
        end(word, words);
        continue;
      }
      boolean afterSmall = i > 0 && isSmall(text.charAt(i - 1));
      boolean beforeSmall = i + 1 < text.length() && isSmall(text.charAt(i + 1));
      boolean afterCapital = i > 0 && isCapital(text.charAt(i - 1));
      if (isCapital(c) && (afterSmall || (afterCapital && beforeSmall))) {
        end(word, words);
      }
      word.append(c);
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static char first(CharSequence name) {
    return name.length() == 0 ? 'a' : name.charAt(0);
  }

  private static boolean isLetterOrDigit(char c) {
    return isSmall(c) || isCapital(c) || (c >= '0' && c <= '9');
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
