package dev.connector.connectors.hubspot;

/**
 * A record of any type, custom objects included.
 *
 * @param type as it stands in paths: {@code contacts}, {@code notes} or an object type id such as
 *     {@code 2-3453932}
 * @param id HubSpot's id of the record
 */
public record RecordId(String type, String id) {

  public static RecordId contact(String id) {
    return new RecordId("contacts", id);
  }

  public static RecordId company(String id) {
    return new RecordId("companies", id);
  }

  public static RecordId deal(String id) {
    return new RecordId("deals", id);
  }

  public static RecordId ticket(String id) {
    return new RecordId("tickets", id);
  }
}
