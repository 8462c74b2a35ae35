package dev.connector.scaffold.infer.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path in a form in which paths of the same resource look alike: without the names of variables,
 * a slash at its end or a file's suffix.
 *
 * @param segments with {@code {}} for each variable
 * @param variables in their order
 */
public record PathTemplate(List<String> segments, List<Variable> variables) {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern VERSION =
      Pattern.compile("v[0-9]+([._-]?[a-z0-9]+)*|[0-9]{4}-[0-9]{2}(-[0-9]{2})?|[0-9.]+");
  private static final Set<String> MOUNTS = Set.of("api", "rest", "rpc", "services", "public");

  /** What is said of a collection without naming another one. */
  static final Set<String> MANNERS =
      Set.of("list", "search", "query", "all", "find", "index", "browse", "filter", "get");

  public PathTemplate {
    segments = List.copyOf(segments);
    variables = List.copyOf(variables);
  }

  /**
   * A variable.
   *
   * @param segment the number of the segment it is in
   */
  public record Variable(String name, int segment) {}

  public static PathTemplate of(String path) {
    List<String> segments = new ArrayList<>();
    List<Variable> variables = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (segment.isEmpty()) {
        continue;
      }
      Matcher matcher = VARIABLE.matcher(segment);
      while (matcher.find()) {
        variables.add(new Variable(matcher.group(1), segments.size()));
      }
      segments.add(withoutSuffix(matcher.replaceAll("{}")));
    }
    return new PathTemplate(segments, variables);
  }

  private static String withoutSuffix(String segment) {
    String small = segment.toLowerCase(Locale.ROOT);
    return small.endsWith(".json") || small.endsWith(".xml")
        ? segment.substring(0, segment.lastIndexOf('.'))
        : segment;
  }

  /** Equal for paths that differ in nothing but the names of variables and the like. */
  public String key() {
    return key(segments.size());
  }

  /** That of the first segments. */
  public String key(int length) {
    return "/" + String.join("/", segments.subList(0, length));
  }

  public boolean isVariable(int segment) {
    return segments.get(segment).equals("{}");
  }

  /** The version in the path, {@code v1}; empty where there is none. */
  public String version() {
    return segments.stream()
        .filter(it -> VERSION.matcher(it.toLowerCase(Locale.ROOT)).matches())
        .findFirst()
        .orElse("");
  }

  public boolean endsInVariable() {
    return !segments.isEmpty() && isVariable(segments.size() - 1);
  }

  /** The last fixed segment before a segment that names something; empty where there is none. */
  public String noun(int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (!segments.get(i).contains("{}") && !isMount(i)) {
        return segments.get(i);
      }
    }
    return "";
  }

  /** The fixed segments that name something, dots between words taken for slashes. */
  public List<String> nouns() {
    List<String> nouns = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      if (isMount(i)) {
        continue;
      }
      if (segments.get(i).indexOf('#') >= 0 || segments.get(i).indexOf('?') >= 0) {
        break;
      }
      for (String part : segments.get(i).split("[.:]")) {
        if (!part.isEmpty() && !part.contains("{}")) {
          nouns.add(part);
        }
      }
    }
    // What is asked of one thing is not a way to list such things.
    boolean ofOne = segments.size() > 1 && isVariable(segments.size() - 2);
    while (!ofOne && nouns.size() > 1 && isManner(nouns.get(nouns.size() - 1))) {
      nouns.remove(nouns.size() - 1);
    }
    return nouns;
  }

  /** The last fixed segment that names something; empty where there is none. */
  public String lastNoun() {
    List<String> nouns = nouns();
    return nouns.isEmpty() ? "" : nouns.get(nouns.size() - 1);
  }

  /** Some of what the word before names: local phone numbers of phone-numbers and then local. */
  public Optional<String> kind() {
    int last = segments.size() - 1;
    if (last < 1 || segments.get(last).contains("{}") || segments.get(last - 1).contains("{}")) {
      return Optional.empty();
    }
    List<String> kind = Words.of(segments.get(last));
    List<String> whole = Words.of(segments.get(last - 1));
    boolean named = !kind.isEmpty() && !whole.isEmpty() && !endsInManner() && !isMount(last - 1);
    return named && !isPlural(kind) && isPlural(whole)
        ? Optional.of(String.join(" ", kind) + " " + String.join(" ", whole))
        : Optional.empty();
  }

  private static boolean isPlural(List<String> words) {
    String last = words.get(words.size() - 1);
    return !Words.singular(last).equals(last);
  }

  /** How the path says it lists, {@code search} for one; empty where it does not. */
  public String manner() {
    String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    String word = last.substring(end(last) + 1);
    return isManner(word) ? word : "";
  }

  /** A word such as {@code search}, or several such as {@code findByStatus}. */
  private static boolean isManner(String word) {
    if (MANNERS.contains(word)) {
      return true;
    }
    List<String> words = Words.of(word);
    return words.size() > 2 && MANNERS.contains(words.get(0)) && words.get(1).equals("by");
  }

  public boolean endsInManner() {
    return !manner().isEmpty();
  }

  /** The key of the path without the word for how it lists. */
  public String withoutManner() {
    String key = key();
    return key.substring(0, Math.max(0, key.length() - manner().length() - 1));
  }

  private static int end(String segment) {
    return Math.max(segment.lastIndexOf('.'), segment.lastIndexOf(':'));
  }

  /**
   * Whether a segment says where an API is rather than what it has: a version, {@code api}. What is
   * alone, or has things by their id, is had: {@code /services} and {@code /services/{id}}.
   */
  private boolean isMount(int segment) {
    String small = segments.get(segment).toLowerCase(Locale.ROOT);
    boolean leads = segment == 0 && segments.size() > 1 && !isVariable(1);
    return VERSION.matcher(small).matches() || leads && MOUNTS.contains(small);
  }
}
