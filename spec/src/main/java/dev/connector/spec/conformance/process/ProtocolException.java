package dev.connector.spec.conformance.process;

/**
 * A process did not keep to the protocol, or ended without being asked to. The message says how,
 * with the line or the last lines of standard error.
 */
public final class ProtocolException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ProtocolException(String message) {
    super(message);
  }

  public ProtocolException(String message, Throwable cause) {
    super(message, cause);
  }
}
