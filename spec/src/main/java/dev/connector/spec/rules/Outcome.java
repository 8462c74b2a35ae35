package dev.connector.spec.rules;

import java.util.List;

/** What was found out about one rule. */
public sealed interface Outcome {

  /** The word people read, {@code not checked}. */
  String word();

  /** One sentence on what it rests on; says something in every case. */
  String explanation();

  /** Whether the rule was put to the test at all. */
  default boolean checked() {
    return this instanceof Kept || this instanceof Broken;
  }

  /**
   * The connector keeps the rule.
   *
   * @param seen what was observed that could have been otherwise: {@code 4 attempts, then
   *     SERVER_ERROR}; a check that saw nothing has not checked
   */
  record Kept(String seen) implements Outcome {
    public Kept {
      requireText(seen, "what was seen");
    }

    @Override
    public String word() {
      return "kept";
    }

    @Override
    public String explanation() {
      return seen;
    }
  }

  /**
   * The connector breaks the rule.
   *
   * @param evidence what happened, step by step, such as the requests seen; free of secrets
   */
  record Broken(String expected, String got, List<String> evidence) implements Outcome {
    public Broken {
      requireText(expected, "what was expected");
      requireText(got, "what came instead");
      evidence = List.copyOf(evidence);
    }

    @Override
    public String word() {
      return "broken";
    }

    @Override
    public String explanation() {
      return "expected " + expected + ", got " + got;
    }
  }

  /** The rule is about something this connector does not have. */
  record NotApplicable(String why) implements Outcome {
    public NotApplicable {
      requireText(why, "why the rule does not apply");
    }

    @Override
    public String word() {
      return "not applicable";
    }

    @Override
    public String explanation() {
      return why;
    }
  }

  /** The rule applies, and nothing is known. */
  record NotChecked(String why) implements Outcome {
    public NotChecked {
      requireText(why, "why the rule was not checked");
    }

    @Override
    public String word() {
      return "not checked";
    }

    @Override
    public String explanation() {
      return why;
    }
  }

  private static void requireText(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("an outcome says " + what);
    }
  }
}
