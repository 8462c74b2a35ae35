package dev.connector.spec.definition;

/** A value that no definition may hold: what is wrong with it, and what to write instead. */
public final class InvalidDefinitionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String fix;

  /** Creates a refusal; both texts are sentences without a trailing period. */
  public InvalidDefinitionException(String cause, String fix) {
    super(cause);
    this.fix = fix;
  }

  /** What to write instead. */
  public String fix() {
    return fix;
  }

  static void unless(boolean valid, String cause, String fix) {
    if (!valid) {
      throw new InvalidDefinitionException(cause, fix);
    }
  }
}
