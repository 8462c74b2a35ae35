package dev.connector.spec.conformance.process;

/** What an error of a process gave as its cause: text, since what it was stayed over there. */
final class ReportedCause extends Exception {

  private static final long serialVersionUID = 1;

  ReportedCause(String text) {
    super(text, null, false, false);
  }

  @Override
  public String toString() {
    return getMessage();
  }
}
