package dev.connector.scaffold.infer.paging;

import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.lexicon.Terms;
import java.util.List;
import java.util.Optional;

/**
 * A parameter's name taken apart: {@code updated_at[gte]} compares {@code updated at} with a bound.
 *
 * @param subject what is compared, word by word; may be empty
 * @param bound which end of a stretch it is
 */
record FilterName(List<String> subject, Bound bound) {

  /** An end of a stretch. */
  enum Bound {
    /** The lower one, records equal to it included. */
    FROM,
    /** The lower one, records equal to it left out. */
    AFTER,
    /** The upper one. */
    UNTIL
  }

  FilterName {
    subject = List.copyOf(subject);
  }

  /** Empty where it names no bound. */
  static Optional<FilterName> of(String name, Lexicon lexicon) {
    List<String> terms = Terms.of(name);
    if (name.endsWith(">")) {
      return Optional.of(new FilterName(terms, Bound.FROM));
    } else if (name.endsWith("<")) {
      return Optional.of(new FilterName(terms, Bound.UNTIL));
    } else if (terms.isEmpty()) {
      return Optional.empty();
    }
    int end = terms.size() - 1;
    String last = terms.get(end);
    Optional<Bound> comparison = bound(last, lexicon, "fromWord", "afterWord", "untilWord");
    if (comparison.isPresent()) {
      boolean orEqual = end > 1 && terms.get(end - 1).equals("or");
      Bound bound = orEqual && comparison.get() == Bound.AFTER ? Bound.FROM : comparison.get();
      return Optional.of(new FilterName(terms.subList(0, orEqual ? end - 2 : end), bound));
    }
    Optional<Bound> leading =
        bound(terms.get(0), lexicon, "fromWord", "afterWord", "untilWord")
            .or(() -> bound(terms.get(0), lexicon, "startWord", "", "endWord"));
    if (leading.isPresent()) {
      return leading.map(it -> new FilterName(terms.subList(1, terms.size()), it));
    }
    return bound(last, lexicon, "startWord", "", "endWord")
        .map(it -> new FilterName(terms.subList(0, end), it));
  }

  private static Optional<Bound> bound(
      String term, Lexicon lexicon, String from, String after, String until) {
    if (lexicon.knows(from, term)) {
      return Optional.of(Bound.FROM);
    } else if (lexicon.knows(after, term)) {
      return Optional.of(Bound.AFTER);
    }
    return lexicon.knows(until, term) ? Optional.of(Bound.UNTIL) : Optional.empty();
  }
}
