package dev.connector.spec.rules;

/** How it is found out whether a rule is kept. */
public enum CheckKind {
  /** By reading definition and files, whatever the language. */
  STATIC("S"),
  /** By building the package and running its own tests. */
  PACKAGE("P"),
  /** By watching its behaviour from outside, against an API that can be made to fail. */
  BEHAVIOUR("B"),
  /** Within the process, by the runtime's own tests, where the outside cannot see it. */
  INTERNAL("I"),
  /** Against the real API. */
  LIVE("L");

  private final String letter;

  CheckKind(String letter) {
    this.letter = letter;
  }

  /** The letter {@code rules.json} and {@code SPEC.md} use. */
  public String letter() {
    return letter;
  }
}
