package dev.connector.spec;

import java.util.Objects;

/** A failure to tell the user about: what failed, and one thing to do next. */
public final class ConnectorException extends RuntimeException {

  /** Decides the exit code of the command line. */
  public enum Kind {
    /** The work failed. */
    FAILED,
    /** The request itself was wrong, or a question was left undecided. */
    USAGE,
    /** Findings or conflicts stand in the way. */
    CONFLICT,
    /** A credential was missing or refused. */
    AUTHENTICATION,
    /** A host could not be reached or did not answer in time. */
    NETWORK,
    /** Content is not what it claims to be, or tries to leave its place. */
    INTEGRITY
  }

  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String hint;

  /**
   * Creates a failure.
   *
   * @param message what failed, with which input; no trailing period, no secret
   * @param hint what to do next, one command where there is one; may be empty
   */
  public ConnectorException(Kind kind, String message, String hint) {
    this(kind, message, hint, null);
  }

  /** As above, with the exception that caused it. */
  public ConnectorException(Kind kind, String message, String hint, Throwable cause) {
    super(Objects.requireNonNull(message), cause);
    this.kind = Objects.requireNonNull(kind);
    this.hint = Objects.requireNonNull(hint);
  }

  /** The kind of failure. */
  public Kind kind() {
    return kind;
  }

  /** What to do next; empty where nothing can be advised. */
  public String hint() {
    return hint;
  }
}
