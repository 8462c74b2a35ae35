package dev.connector.scaffold.openapi.document;

/** A text that is neither JSON nor YAML, or asks for too much; says why, and where. */
public final class MalformedException extends Exception {

  private static final long serialVersionUID = 1;

  private final boolean tooMuch;

  private MalformedException(String problem, boolean tooMuch, Throwable cause) {
    super(problem, cause);
    this.tooMuch = tooMuch;
  }

  static MalformedException malformed(String problem) {
    return new MalformedException(problem, false, null);
  }

  static MalformedException malformed(String problem, Throwable cause) {
    return new MalformedException(problem, false, cause);
  }

  static MalformedException tooMuch(String problem) {
    return new MalformedException(problem, true, null);
  }

  /** Whether a limit was reached. */
  boolean tooMuch() {
    return tooMuch;
  }
}
