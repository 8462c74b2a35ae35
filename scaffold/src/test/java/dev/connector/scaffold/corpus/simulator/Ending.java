package dev.connector.scaffold.corpus.simulator;

/**
 * How reading a resource from a simulator ended.
 *
 * @param why empty where all is well
 */
public record Ending(Kind kind, String why) {

  /** The ways there are. */
  public enum Kind {
    /** It was read to the end, and there were records. */
    RECORDS("with records"),
    /** Every page is alike, and the guard against repetition said so. */
    REPEATED("at a repeated page"),
    /** It was read to the end, and there was nothing. */
    EMPTY("empty"),
    /** The simulator or the description contradicts itself, so that nobody could read on. */
    CONTRADICTED("contradicted"),
    /** The connector is to blame, or nobody knows who is. */
    FAILED("failed");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  static Ending of(Kind kind) {
    return new Ending(kind, "");
  }
}
