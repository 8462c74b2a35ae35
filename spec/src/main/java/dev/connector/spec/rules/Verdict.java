package dev.connector.spec.rules;

/** What a report comes to. */
public enum Verdict {
  /** Something was checked, and no must-rule is broken. */
  PASSED,
  /** At least one must-rule is broken. */
  BROKEN,
  /** No rule was put to the test, which is a failure and never a pass. */
  NOTHING_CHECKED
}
