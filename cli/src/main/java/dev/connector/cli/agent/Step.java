package dev.connector.cli.agent;

import java.util.Locale;

/** The four steps that a user follows. */
public enum Step {
  /** Documentation and description are read. */
  READ,
  /** What can be known without a model is inferred. */
  INFER,
  /** A model proposes. */
  DRAFT,
  /** What it proposed is compiled, tested and held to the rules. */
  VERIFY;

  /** As it stands on the screen. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
