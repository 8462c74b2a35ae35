package dev.connector.cli.agent.docs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a server's robots.txt allows, by RFC 9309: the groups that name this robot, else those for
 * all; of their rules the longest that matches, and of two as long the one that allows.
 *
 * @param delay between requests, as the server wishes; zero where it says nothing
 * @param sitemaps addresses it names
 */
record Robots(List<Rule> rules, Duration delay, List<String> sitemaps) {

  /** The name by which robots.txt may speak of this robot. */
  static final String NAME = "connector";

  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);
  private static final int MOST_RULES = 2000;

  /** Paths that are allowed or not; {@code *} is anything, {@code $} at the end is the end. */
  record Rule(boolean allowed, String path) {}

  Robots {
    rules = List.copyOf(rules);
    sitemaps = List.copyOf(sitemaps);
  }

  /** Where there is no robots.txt. */
  static Robots none() {
    return new Robots(List.of(), Duration.ZERO, List.of());
  }

  static Robots parse(String text) {
    Group ours = new Group();
    Group all = new Group();
    List<String> sitemaps = new ArrayList<>();
    List<Group> current = new ArrayList<>();
    boolean naming = false;
    for (String line : text.split("[\\r\\n]+")) {
      String content = line.replaceFirst("#.*", "");
      int colon = content.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String field = content.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = content.substring(colon + 1).strip();
      if (field.equals("user-agent")) {
        if (!naming) {
          current.clear();
        }
        naming = true;
        String agent = value.toLowerCase(Locale.ROOT).replaceFirst("[^a-z_*-].*", "");
        if (agent.equals(NAME)) {
          ours.named = true;
          current.add(ours);
        } else if (agent.equals("*")) {
          current.add(all);
        }
      } else if (field.equals("sitemap")) {
        sitemaps.add(value);
      } else {
        naming = false;
        current.forEach(group -> group.add(field, value));
      }
    }
    Group group = ours.named ? ours : all;
    return new Robots(group.rules, group.delay, sitemaps);
  }

  /**
   * Whether this may be fetched.
   *
   * @param path with its query, as it is sent
   */
  boolean allow(String path) {
    Rule decisive = new Rule(true, "");
    for (Rule rule : rules) {
      int longer = rule.path().length() - decisive.path().length();
      if ((longer > 0 || longer == 0 && rule.allowed()) && matches(rule.path(), path)) {
        decisive = rule;
      }
    }
    return decisive.allowed();
  }

  /** In linear time but for the number of stars: each piece is found as early as it can be. */
  private static boolean matches(String pattern, String path) {
    boolean toTheEnd = pattern.endsWith("$");
    String[] pieces = pattern.substring(0, pattern.length() - (toTheEnd ? 1 : 0)).split("\\*+", -1);
    if (!path.startsWith(pieces[0])) {
      return false;
    }
    int at = pieces[0].length();
    for (int i = 1; i < pieces.length; i++) {
      boolean last = i == pieces.length - 1 && toTheEnd;
      int found = last ? path.length() - pieces[i].length() : path.indexOf(pieces[i], at);
      if (found < at || last && !path.endsWith(pieces[i])) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return !toTheEnd || pieces.length > 1 || at == path.length();
  }

  private static final class Group {

    private final List<Rule> rules = new ArrayList<>();
    private Duration delay = Duration.ZERO;
    private boolean named;

    void add(String field, String value) {
      boolean rule = field.equals("allow") || field.equals("disallow");
      if (rule && !value.isEmpty() && rules.size() < MOST_RULES) {
        rules.add(new Rule(field.equals("allow"), value));
      } else if (field.equals("crawl-delay") && value.matches("\\d{1,4}(\\.\\d{1,3})?")) {
        Duration wished = Duration.ofMillis((long) (Double.parseDouble(value) * 1000));
        delay = wished.compareTo(LONGEST_DELAY) < 0 ? wished : LONGEST_DELAY;
      }
    }
  }
}
