package dev.connector.spec.conformance.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One thing that was tried, and how it went. */
sealed interface Step {

  /** What was tried: {@code contacts.list}. */
  String what();

  /** It is as it should be. */
  record Passed(String what, String seen) implements Step {}

  /** Nothing can be said, for a reason. */
  record Open(String what, String why) implements Step {}

  /** There is nothing of the kind. */
  record Absent(String what, String why) implements Step {}

  /**
   * It is not as it should be.
   *
   * @param expected what should have come
   * @param got what came
   * @param why why that is a failure, in a sentence
   * @param exchange the request that shows it
   * @param changes what to change, the likeliest first
   */
  record Failed(
      String what,
      String expected,
      String got,
      String why,
      Optional<Exchange> exchange,
      List<Change> changes)
      implements Step {

    public Failed {
      changes = List.copyOf(changes);
    }

    static Failed of(String what, String expected, String got) {
      return new Failed(what, expected, got, "", Optional.empty(), List.of());
    }

    Failed because(String reason) {
      return new Failed(what, expected, got, reason, exchange, changes);
    }

    Failed seenIn(Optional<Exchange> other) {
      return new Failed(what, expected, got, why, other, changes);
    }

    Failed change(Change change) {
      List<Change> more = new ArrayList<>(changes);
      more.add(change);
      return new Failed(what, expected, got, why, exchange, more);
    }

    Failed changes(List<Change> all) {
      Failed failed = this;
      for (Change change : all) {
        failed = failed.change(change);
      }
      return failed;
    }

    /**
     * Everything about it, for people.
     *
     * @param before exchanges that were told already
     */
    String told(Telling telling, Set<Exchange> before) {
      List<String> lines = new ArrayList<>();
      lines.add(what + ": " + got);
      exchange
          .map(it -> before.add(it) ? telling.lines(it) : List.of("(the same answer as above)"))
          .ifPresent(it -> it.forEach(line -> lines.add("  " + line)));
      if (!why.isEmpty()) {
        lines.add("why: " + why);
      }
      changes.forEach(it -> lines.add("change " + it));
      return telling.text(String.join("\n", lines));
    }
  }
}
