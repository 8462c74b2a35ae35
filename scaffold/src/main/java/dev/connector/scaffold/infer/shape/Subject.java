package dev.connector.scaffold.infer.shape;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an operation is about, by its path and name.
 *
 * @param names in the singular and as one word each, the path's last noun first
 */
public record Subject(List<String> names) {

  public Subject {
    names = List.copyOf(names);
  }

  public static Subject of(ApiOperation operation, Lexicon lexicon) {
    Set<String> names = new LinkedHashSet<>();
    List<String> segments = Paths.segments(operation.path());
    for (int i = segments.size() - 1; i >= 0 && names.isEmpty(); i--) {
      String segment = segments.get(i);
      boolean noun = Paths.variable(segment).isEmpty() && !lexicon.knows("verb", segment);
      String name = noun ? singular(segment, lexicon) : "";
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    String called = singular(operation.words().id(), lexicon);
    if (!called.isEmpty()) {
      names.add(called);
    }
    return new Subject(new ArrayList<>(names));
  }

  /** It by one more name. */
  Subject with(String name) {
    List<String> more = new ArrayList<>(names);
    more.add(joined(name));
    return new Subject(more);
  }

  /** Whether a name is one of it, in the singular or the plural. */
  boolean is(String name) {
    return names.contains(joined(name));
  }

  /** Whether it is what a name names, or a kind of it: past incidents are incidents. */
  boolean isKindOf(String name) {
    String joined = joined(name);
    return joined.length() >= 3 && names.stream().anyMatch(it -> it.endsWith(joined));
  }

  /** Whether a name is a longer or shorter word for it: {@code workflow_runs} for runs. */
  boolean resembles(String name) {
    String joined = joined(name);
    return joined.length() >= 3
        && names.stream()
            .anyMatch(
                it ->
                    it.length() >= 3
                        && (it.endsWith(joined)
                            || joined.endsWith(it)
                            || it.startsWith(joined)
                            || joined.startsWith(it)));
  }

  /** A name in the singular as one word. */
  public static String joined(String name) {
    List<String> terms = Terms.of(name);
    if (terms.isEmpty()) {
      return "";
    }
    String head = Terms.singular(terms.get(terms.size() - 1));
    return String.join("", terms.subList(0, terms.size() - 1)) + head;
  }

  /** Without verbs, and what comes after {@code by}, {@code for} and the like. */
  private static String singular(String name, Lexicon lexicon) {
    List<String> kept = new ArrayList<>();
    for (String term : Terms.of(name)) {
      if (lexicon.knows("phraseEnd", term) && !kept.isEmpty()) {
        break;
      }
      if (!lexicon.knows("verb", term) || !kept.isEmpty()) {
        kept.add(term);
      }
    }
    return joined(String.join(" ", kept));
  }
}
