package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/**
 * How a list tells of records that are deleted.
 *
 * @param asked the query parameter that asks for them, and its value; empty where nobody has to ask
 * @param alone whether the answer then has the deleted records and no others
 * @param mark the field that tells them from the others
 */
public record DeletedRecords(Optional<Switch> asked, boolean alone, Optional<JsonPointer> mark) {

  /** A parameter and the value to give it. */
  public record Switch(String parameter, String value) {}
}
