package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A record at the other end, and every way in which the two belong together.
 *
 * @param toId the id of the record at the other end
 * @param labels one for each type of association
 */
public record Association(
    @JsonProperty("toObjectId") String toId, @JsonProperty("associationTypes") List<Label> labels) {

  public Association {
    labels = List.copyOf(labels);
  }

  /**
   * A type as reading tells it.
   *
   * @param category who defined the type
   * @param typeId its number within the category
   * @param label what it is called; absent for the plain association
   */
  public record Label(AssociationType.Category category, int typeId, Optional<String> label) {

    /** The type, as it is given when records are associated. */
    public AssociationType type() {
      return new AssociationType(category, typeId);
    }
  }
}
