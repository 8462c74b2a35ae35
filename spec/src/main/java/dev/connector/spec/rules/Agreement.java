package dev.connector.spec.rules;

/** What a connector agrees with when it keeps a rule. */
public enum Agreement {
  /** With its own definition, from which code, engine and mock API are all made: consistency. */
  DEFINITION,
  /** With something the definition had no part in: the vendor's exchanges, description or API. */
  EVIDENCE
}
