package dev.connector.cli.terminal;

/** Emphasis by meaning; plain text where colours are off. */
public enum Style {
  /** Text as it is. */
  PLAIN(""),
  /** Titles, and what to type. */
  STRONG("1"),
  /** What is less important. */
  FAINT("2"),
  /** It worked. */
  GOOD("32"),
  /** It deserves a look. */
  CAUTION("33"),
  /** It failed. */
  BAD("31");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text in this style, followed by a return to plain text. */
  public String apply(String text, boolean colours) {
    return !colours || code.isEmpty() || text.isEmpty()
        ? text
        : ESCAPE + code + "m" + text + ESCAPE + "0m";
  }
}
