package dev.connector.cli.run;

/** Learns of every record that was handed over. */
@FunctionalInterface
public interface RecordCount {

  /** One more record of a resource. */
  void one(String resource);
}
