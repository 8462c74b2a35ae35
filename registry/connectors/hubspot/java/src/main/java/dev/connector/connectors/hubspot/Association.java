package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Copies;
import java.util.List;
import java.util.Optional;

/**
 * A record that another one is associated with, and in which ways.
 *
 * @param toObjectId The id of the record at the other end.
 * @param associationTypes Every way in which the two records belong together.
 */
public record Association(JsonNode toObjectId, List<AssociationType> associationTypes) {

  public Association {
    associationTypes = Copies.list(associationTypes);
  }

  /**
   * AssociationType
   *
   * @param category Who defined the type: HUBSPOT_DEFINED, USER_DEFINED, INTEGRATOR_DEFINED or
   *     WORK.
   * @param typeId The type, in the direction it was read.
   * @param label The label of the type; null for the plain one.
   */
  public record AssociationType(String category, Long typeId, Optional<String> label) {}
}
