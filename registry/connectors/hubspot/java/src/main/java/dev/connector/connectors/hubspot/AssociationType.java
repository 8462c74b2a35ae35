package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A way in which one record belongs to another. Types have a direction: contact to company is
 * another than company to contact.
 *
 * @param category who defined the type
 * @param id its number within the category
 */
public record AssociationType(
    @JsonProperty("associationCategory") Category category,
    @JsonProperty("associationTypeId") int id) {

  /** Who defined a type. */
  public enum Category {
    HUBSPOT_DEFINED,
    USER_DEFINED,
    INTEGRATOR_DEFINED,
    WORK
  }

  /** One of HubSpot's own types, such as 279 for contact to company. */
  public static AssociationType standard(int id) {
    return new AssociationType(Category.HUBSPOT_DEFINED, id);
  }

  /** The type of a label that was made in the account. */
  public static AssociationType label(int id) {
    return new AssociationType(Category.USER_DEFINED, id);
  }
}
