package dev.connector.spec.rules;

/** How binding a rule is. */
public enum Level {
  /** A connector that breaks it does not conform. */
  MUST,
  /** Good practice; breaking it is reported and fails nothing. */
  SHOULD
}
