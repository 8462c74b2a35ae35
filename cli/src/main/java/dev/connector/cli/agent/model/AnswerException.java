package dev.connector.cli.agent.model;

import java.io.IOException;
import java.util.Objects;

/** An answer that is no whole one of its format. */
final class AnswerException extends IOException {

  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  enum Flaw {
    /** It ended before its end. */
    BROKEN_OFF,
    /** It is of another format. */
    FORMAT,
    /** It does not end. */
    TOO_LARGE
  }

  private final Flaw flaw;

  AnswerException(Flaw flaw) {
    super(flaw.name());
    this.flaw = Objects.requireNonNull(flaw);
  }

  Flaw flaw() {
    return flaw;
  }
}
