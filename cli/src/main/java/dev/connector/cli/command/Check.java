package dev.connector.cli.command;

import java.util.Objects;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param found what is the case, in a few words
 * @param advice what to do about it; empty where nothing has to be done
 */
record Check(String subject, Verdict verdict, String found, String advice) {

  /** What it means for the other commands. */
  enum Verdict {
    /** Nothing is in their way. */
    GOOD("ok"),
    /** They work, but the user may be surprised. */
    DOUBTFUL("note"),
    /** Some of them will fail. */
    BAD("bad");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  Check {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(found);
    Objects.requireNonNull(advice);
  }

  static Check good(String subject, String found) {
    return new Check(subject, Verdict.GOOD, found, "");
  }

  static Check doubtful(String subject, String found, String advice) {
    return new Check(subject, Verdict.DOUBTFUL, found, advice);
  }

  static Check bad(String subject, String found, String advice) {
    return new Check(subject, Verdict.BAD, found, advice);
  }
}
