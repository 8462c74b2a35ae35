package dev.connector.scaffold.openapi.document;

/** A text that is neither JSON nor YAML, or asks for too much; says why, and where. */
public final class MalformedException extends Exception {

  private static final long serialVersionUID = 1;

  MalformedException(String problem) {
    super(problem);
  }

  MalformedException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
