package dev.connector.runtime.settings;

/**
 * Stands in for a cause whose message held a secret; keeps its type by name and its stack trace.
 */
final class RedactedException extends Exception {

  private static final long serialVersionUID = 1;
  private static final int DEEPEST = 20;

  private RedactedException(String message, Throwable cause) {
    super(message, cause);
  }

  static Throwable of(Throwable failure, Redactor redactor) {
    return revealing(failure, redactor, DEEPEST) ? copy(failure, redactor, DEEPEST) : failure;
  }

  private static boolean revealing(Throwable failure, Redactor redactor, int depth) {
    if (failure == null) {
      return false;
    }
    String text = failure.toString();
    return depth == 0
        || failure.getSuppressed().length > 0
        || !redactor.redact(text).equals(text)
        || revealing(failure.getCause(), redactor, depth - 1);
  }

  private static Throwable copy(Throwable failure, Redactor redactor, int depth) {
    if (failure == null || depth == 0) {
      return null;
    }
    RedactedException copy =
        new RedactedException(
            redactor.redact(failure.toString()), copy(failure.getCause(), redactor, depth - 1));
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }

  @Override
  public String toString() {
    return getMessage();
  }
}
