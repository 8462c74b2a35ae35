package dev.connector.cli.command;

import dev.connector.spec.ConnectorException;

/** How a run ended, as scripts see it. */
public enum ExitCode {
  /** It is done. */
  DONE(0),
  /** It failed, or nothing was checked. */
  FAILED(1),
  /** The request was wrong, or a question was left undecided. */
  USAGE(2),
  /** Findings or conflicts need a look. */
  FINDINGS(3),
  /** A credential is missing or was refused. */
  AUTHENTICATION(4),
  /** A host could not be reached, or did not answer in time. */
  NETWORK(5),
  /** Content is not what it claims to be, or tries to leave its place. */
  INTEGRITY(6),
  /** The user stopped it. */
  INTERRUPTED(130),
  /** Whoever read the output went away, as for every other program in a pipe. */
  UNREAD(141);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number the process exits with. */
  public int number() {
    return number;
  }

  /** The one place where kinds of failure become exit codes. */
  static ExitCode of(ConnectorException.Kind kind) {
    return switch (kind) {
      case FAILED -> FAILED;
      case USAGE -> USAGE;
      case CONFLICT -> FINDINGS;
      case AUTHENTICATION -> AUTHENTICATION;
      case NETWORK -> NETWORK;
      case INTEGRITY -> INTEGRITY;
    };
  }
}
