package dev.connector.scaffold.infer.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate that a text names: "no more than 100 requests every 10 seconds".
 *
 * @param conditional whether it may hold for some callers, calls or examples alone
 * @param words of the text
 */
record StatedRate(int requests, long seconds, boolean conditional, String words) {

  static final Comparator<StatedRate> SHORTEST_FIRST =
      Comparator.comparingLong(StatedRate::seconds).thenComparingInt(StatedRate::requests);

  private static final Pattern RATE =
      Pattern.compile(
          "(?<![\\w.,/-])(\\d{1,3}(?:[,']\\d{3}){1,3}|\\d{1,9})( ?k)?\\*{0,2} "
              + "((?:[A-Za-z-]+ ){0,2}?)(?:requests?|calls?|queries|reqs?)\\*{0,2}"
              + "(?: (?:may|can|are|is|be|made|allowed|sent|total|max|each)){0,4}"
              + "(?: ?/ ?| (?:per|every|each|a|an|in|within) )(?:an? |one |each |the )?"
              + "(?:(\\d{1,5})[ -])?(second|sec|s|minute|min|hour|hr|h|day)s?\\b",
          Pattern.CASE_INSENSITIVE);
  private static final int AROUND = 120;
  private static final int LONGEST = 200_000;
  private static final int MOST = 20;

  /** Those in a text that speaks of limits there; others are figures of something else. */
  static List<StatedRate> in(String text, Lexicon lexicon) {
    List<StatedRate> rates = new ArrayList<>();
    Matcher rate = RATE.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    while (rate.find() && rates.size() < MOST) {
      String before = text.substring(Math.max(0, rate.start() - AROUND), rate.start());
      String after = text.substring(rate.end(), Math.min(text.length(), rate.end() + AROUND));
      String sentence = lastSentence(before) + rate.group() + firstSentence(after);
      List<String> words = Terms.words(sentence);
      boolean limit =
          words.stream().anyMatch(it -> lexicon.weight("limitWord", it) > 0)
              || Terms.words(before).stream().anyMatch(it -> lexicon.weight("limitWord", it) > 1);
      long requests = number(rate);
      long seconds = length(rate);
      if (limit && requests > 0 && requests <= Integer.MAX_VALUE && seconds > 0) {
        boolean conditional =
            words.stream().anyMatch(it -> lexicon.weight("conditionWord", it) > 0)
                || sentence.indexOf('|') >= 0
                || Terms.words(rate.group(3)).stream()
                    .anyMatch(it -> lexicon.weight("anyRequestWord", it) == 0);
        rates.add(
            new StatedRate((int) requests, seconds, conditional, Terms.quote(sentence.strip())));
      }
    }
    return rates;
  }

  /** Rates are the same whatever the words. */
  StatedRate withoutWords() {
    return new StatedRate(requests, seconds, conditional, "");
  }

  ObjectNode written() {
    String per =
        seconds % 86_400 == 0
            ? "P" + seconds / 86_400 + "D"
            : seconds % 3_600 == 0
                ? "PT" + seconds / 3_600 + "H"
                : seconds % 60 == 0 ? "PT" + seconds / 60 + "M" : "PT" + seconds + "S";
    return Draft.object().put("requests", requests).put("per", per);
  }

  private static long number(Matcher rate) {
    long number = Long.parseLong(rate.group(1).replace(",", "").replace("'", ""));
    return rate.group(2) == null ? number : number * 1_000;
  }

  private static long length(Matcher rate) {
    long times = rate.group(4) == null ? 1 : Long.parseLong(rate.group(4));
    switch (rate.group(5).toLowerCase(Locale.ROOT).charAt(0)) {
      case 's':
        return times;
      case 'm':
        return times * 60;
      case 'h':
        return times * 3_600;
      default:
        return times * 86_400;
    }
  }

  private static String lastSentence(String text) {
    int end = Math.max(text.lastIndexOf(". "), text.lastIndexOf('\n'));
    return text.substring(end + 1);
  }

  private static String firstSentence(String text) {
    int stop = text.indexOf(". ");
    int line = text.indexOf('\n');
    int end = stop < 0 ? line : line < 0 ? stop : Math.min(stop, line);
    return end < 0 ? text : text.substring(0, end);
  }
}
