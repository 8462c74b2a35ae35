package dev.connector.scaffold.openapi.source;

/** A file that is not there, or may not be read; says why. */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1;

  /** As a failure of the whole, what to do about it. */
  private final String hint;

  RefusedException(String problem, String hint) {
    super(problem);
    this.hint = hint;
  }

  RefusedException(String problem, String hint, Throwable cause) {
    super(problem, cause);
    this.hint = hint;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }
}
