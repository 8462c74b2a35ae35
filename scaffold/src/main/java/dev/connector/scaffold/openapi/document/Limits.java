package dev.connector.scaffold.openapi.document;

/** How much a description may ask of the machine that reads it. */
public final class Limits {

  /** Bytes of one file; the largest description known has 47 MB. */
  public static final int MOST_BYTES = 64 << 20;

  /** Bytes of all files of one description. */
  public static final long MOST_BYTES_OF_ALL = 2L * MOST_BYTES;

  /** Values of one file, each use of a YAML alias counted as if it were written out. */
  public static final int MOST_VALUES = 6_000_000;

  /** Objects and lists within each other. */
  public static final int MOST_NESTING = 250;

  /** Files of one description, the first included. */
  public static final int MOST_FILES = 2_000;

  /** Of these, files that are fetched. */
  public static final int MOST_FETCHED = 100;

  /** Different references in one file. */
  public static final int MOST_REFERENCES = 500_000;

  /** Redirects from one address. */
  public static final int MOST_REDIRECTS = 5;

  /** Seconds that one file may take to arrive. */
  public static final int MOST_SECONDS = 60;

  /** Defects that are told of one by one. */
  public static final int MOST_DEFECTS = 1_000;

  /** A number with a greater exponent is kept as text: written out it would fill the memory. */
  static final int GREATEST_EXPONENT = 1_000;

  private Limits() {}
}
