package dev.connector.scaffold.infer.shape;

import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads from a name or a sentence whether it speaks of many things or of one. */
final class Phrase {

  private static final String POSSESSIVE = "'s";
  private static final int LONGEST = 40;
  private static final int MOST = 10;

  private final Lexicon lexicon;

  Phrase(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Above zero for many things, below for one or none, 0 where it does not say. */
  int sentence(String text) {
    return within(weigh(words(first(text)), true));
  }

  /** The same of prose, where only what is said with a verb counts. */
  int prose(String text) {
    return within(weigh(words(first(text)), false));
  }

  /** The same of an operation's name: {@code listUsers}, {@code users.list}, {@code Users_Get}. */
  int name(String text, String method) {
    List<List<String>> parts = parts(text);
    if (parts.isEmpty()) {
      return 0;
    }
    List<String> last = parts.get(parts.size() - 1);
    if (last.size() == 1 && parts.size() > 1 && lexicon.knows("verb", last.get(0))) {
      List<String> before = parts.get(parts.size() - 2);
      if (lexicon.knows("verb", before.get(0))) {
        return within(weigh(before, true));
      }
      int weight = lexicon.weight("verb", last.get(0));
      return weight == 0 ? -4 : weight;
    }
    boolean named = last.size() > 1 && last.get(0).equalsIgnoreCase(method);
    return within(weigh(named ? last.subList(1, last.size()) : last, true));
  }

  private static int within(int weight) {
    return Math.max(-MOST, Math.min(MOST, weight));
  }

  /** Above zero where a noun stands for many things, below where it stands for one. */
  int noun(String word) {
    int known = lexicon.weight("noun", word);
    if (known != 0 || lexicon.knows("noun", word)) {
      return known;
    }
    return Terms.singular(word).equals(word) ? -3 : 4;
  }

  /** Its first sentence. */
  static String first(String text) {
    String plain = text.strip();
    for (int i = 0; i < plain.length(); i++) {
      char at = plain.charAt(i);
      boolean ends = i + 1 == plain.length() || Character.isWhitespace(plain.charAt(i + 1));
      if (at == '\n' && i > 0 || i > 3 && at == '.' && ends) {
        return plain.substring(0, i);
      }
    }
    return plain;
  }

  private int weigh(List<String> words, boolean titled) {
    int at = 0;
    while (at < words.size() && lexicon.knows("noise", words.get(at))) {
      at++;
    }
    if (at == words.size()) {
      return 0;
    }
    int verb = verb(words, at);
    if (verb < 0) {
      return titled ? title(words.subList(at, words.size())) : 0;
    }
    String word = words.get(verb);
    int weight = lexicon.weight("verb", word);
    List<String> rest = words.subList(verb + 1, words.size());
    if (weight > 0) {
      return rest.isEmpty() && verb > at ? weight : listed(weight, rest);
    }
    return weight < 0 ? weight : read(words.subList(at, verb), rest);
  }

  /** A list of numbers is a list, a number of lists is not. */
  private int listed(int weight, List<String> rest) {
    boolean number = !rest.isEmpty() && lexicon.weight("noun", rest.get(rest.size() - 1)) <= -8;
    return number ? -4 : weight;
  }

  /** The first word, or a later one that is clearly none of the many verbs that are nouns, too. */
  private int verb(List<String> words, int from) {
    for (int i = from; i < Math.min(words.size(), from + 5); i++) {
      String word = words.get(i);
      if (lexicon.knows("verb", word) && (i == from || lexicon.weight("many", word) > 0)) {
        return i;
      } else if (lexicon.knows("phraseEnd", word)) {
        return -1;
      }
    }
    int last = words.size() - 1;
    return last > from && lexicon.knows("verb", words.get(last)) ? last : -1;
  }

  private int read(List<String> before, List<String> after) {
    if (after.isEmpty()) {
      return before.isEmpty() ? 0 : -4;
    }
    return nouns(after);
  }

  private int title(List<String> words) {
    String last = words.get(words.size() - 1);
    if (lexicon.weight("many", last) > 0) {
      return lexicon.weight("many", last);
    }
    return nouns(words) / 2;
  }

  private int nouns(List<String> words) {
    int many = 0;
    int one = 0;
    String head = "";
    int i = 0;
    for (; i < words.size() && !lexicon.knows("phraseEnd", words.get(i)); i++) {
      String word = words.get(i);
      if (word.equals(POSSESSIVE)) {
        one = 0;
        head = "";
      } else {
        many = Math.max(many, lexicon.weight("many", word));
        one = Math.min(one, lexicon.weight("one", word));
        head = lexicon.knows("one", word) ? head : word;
      }
    }
    if (many > 0) {
      return lexicon.weight("noun", head) <= -8 ? -4 : many;
    }
    int noun = head.isEmpty() ? 0 : noun(head);
    return noun > 0 && one < 0 ? one / 2 : Math.min(noun, 4) + one + identified(words, i);
  }

  /** {@code by id} is one thing. */
  private int identified(List<String> words, int end) {
    boolean by = end + 1 < words.size() && words.get(end).equals("by");
    return by && lexicon.knows("identifier", words.get(words.size() - 1)) ? -4 : 0;
  }

  /** What stands between dots, slashes and, where words have humps, underscores. */
  private static List<List<String>> parts(String name) {
    boolean humps = name.chars().anyMatch(Character::isUpperCase);
    List<List<String>> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      char at = i < name.length() ? name.charAt(i) : '.';
      if (at == '.' || at == '/' || humps && at == '_') {
        List<String> terms = Terms.of(name.substring(start, i));
        if (terms.stream().anyMatch(it -> !Character.isDigit(it.charAt(0)))) {
          parts.add(terms);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  private static List<String> words(String sentence) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= sentence.length() && words.size() < LONGEST; i++) {
      if (i == sentence.length() || !wordy(sentence.charAt(i))) {
        if (i > start) {
          add(sentence.substring(start, i).toLowerCase(Locale.ROOT).replace('\u2019', '\''), words);
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static void add(String word, List<String> words) {
    boolean possessive = word.endsWith("'s") || word.endsWith("s'");
    String bare = possessive ? word.substring(0, word.indexOf('\'')) : word;
    if (bare.chars().anyMatch(Character::isLetterOrDigit)) {
      words.add(bare);
    }
    if (possessive) {
      words.add(POSSESSIVE);
    }
  }

  private static boolean wordy(char at) {
    return Character.isLetterOrDigit(at) || at == '\'' || at == '\u2019' || at == '_';
  }
}
