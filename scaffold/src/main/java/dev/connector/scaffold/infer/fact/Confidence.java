package dev.connector.scaffold.infer.fact;

/** How sure an inference is. */
public enum Confidence {
  /** The document says so in a way that leaves no other reading: used. */
  SURE,
  /** Nothing speaks against it: used, and listed for a look. */
  LIKELY,
  /** One reading among others: not used where a wrong guess loses data; a gap to be settled. */
  UNSURE
}
