package dev.connector.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON Schema (2020-12) made ready for many records. It knows the keywords that schemas of
 * records need and refuses every other by name, rather than let pass what it does not check. Safe
 * for use by many threads.
 */
public final class RecordSchema {

  /** A record that is wrong in more places than this is wrong enough. */
  private static final int MOST = 20;

  private final Check check;

  private RecordSchema(Check check) {
    this.check = check;
  }

  /**
   * Prepares a schema.
   *
   * @throws IllegalArgumentException where it has a keyword that is not known, a reference that
   *     leads nowhere, or a value that makes no sense
   */
  public static RecordSchema of(JsonNode schema) {
    return new RecordSchema(new Compiler(schema).compile());
  }

  /** Where the record does not fit, at most 20 places; empty where it fits. */
  public List<Violation> violations(JsonNode found) {
    if (check.fits(found)) {
      return List.of();
    }
    List<Violation> violations = new ArrayList<>();
    check.report(found, "", violations);
    return violations.subList(0, Math.min(MOST, violations.size()));
  }
}
