package dev.connector.scaffold.infer.graph;

import dev.connector.scaffold.description.ApiSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that a list cannot do without.
 *
 * @param place where in the document it is declared
 * @param segment the path's segment it is in; empty where it is not in the path
 */
record Need(
    String name,
    In in,
    Optional<Integer> segment,
    String place,
    String description,
    ApiSchema schema) {

  /** Where it goes. */
  enum In {
    PATH,
    QUERY,
    BODY
  }

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)\\b(?:id|identifier|uuid|key|slug) (?:of|for) (?:the |a |an |your )?([\\w -]{2,60})");

  private static final int MOST_WORDS = 4;

  /** Words at a name's end that say how a thing is named, not what it is. */
  private static final Set<String> IDENTIFIERS =
      Set.of(
          "id",
          "ids",
          "uuid",
          "guid",
          "sid",
          "gid",
          "iid",
          "oid",
          "pk",
          "identifier",
          "key",
          "ref",
          "no",
          "nr",
          "number",
          "num",
          "index",
          "code",
          "urn",
          "uri",
          "hash",
          "token");

  private static final Set<String> NAMES =
      Set.of("name", "slug", "login", "username", "handle", "email", "path", "title", "permalink");

  private static final Set<String> SEARCHES =
      Set.of(
          "q",
          "query",
          "search",
          "term",
          "terms",
          "text",
          "keyword",
          "keywords",
          "filter",
          "conditions",
          "phrase",
          "type",
          "kind",
          "status",
          "mode",
          "format",
          "limit");

  private static final Set<String> TIMES =
      Set.of(
          "date",
          "time",
          "from",
          "to",
          "since",
          "until",
          "before",
          "after",
          "start",
          "end",
          "year",
          "month",
          "day",
          "week",
          "hour",
          "begin",
          "period",
          "interval",
          "timestamp");

  /** The thing it names, without the word for how: database and cluster of the cluster's uuid. */
  List<String> entity() {
    List<String> words = Words.of(name);
    int length = words.size();
    while (length > 0 && saysHow(words.get(length - 1))) {
      length--;
    }
    return words.subList(0, length);
  }

  /** What its description says it is the id of, the longest phrase first, as {@link Words#key}. */
  List<String> subjects() {
    if (manner().isEmpty() && in != In.QUERY) {
      return List.of();
    }
    Matcher matcher = SUBJECT.matcher(description);
    if (!matcher.find()) {
      return List.of();
    }
    List<String> words = Words.of(matcher.group(1));
    List<String> subjects = new ArrayList<>();
    for (int length = Math.min(words.size(), MOST_WORDS); length > 0; length--) {
      subjects.add(Words.key(words.subList(0, length)));
    }
    return subjects;
  }

  /** How it names it; empty where it does not say. */
  String manner() {
    List<String> words = Words.of(name);
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    return saysHow(last) ? last : "";
  }

  /** Whether it is a name that people give, not a key that a machine does. */
  boolean isName() {
    return NAMES.contains(manner());
  }

  /**
   * Whether only a person can know what to ask for: one of few values, a text to search for, a
   * time, a truth value.
   */
  boolean isChosen() {
    String format = schema.format();
    return !schema.values().isEmpty()
        || schema.types().contains("boolean")
        || schema.isObject()
        || format.startsWith("date")
        || SEARCHES.contains(String.join("", Words.of(name)))
        || Words.of(name).stream().anyMatch(TIMES::contains);
  }

  private static boolean saysHow(String word) {
    return IDENTIFIERS.contains(word) || NAMES.contains(word);
  }

  /** What is declared at a place is there once, and comparing schemas would be slow. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Need need
        && need.place.equals(place)
        && need.name.equals(name)
        && need.in == in
        && need.segment.equals(segment);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
