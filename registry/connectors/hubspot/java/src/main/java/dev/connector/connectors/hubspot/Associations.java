package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.RecordStream;

/**
 * Which records belong together, and how.
 *
 * <p>Safe for use by many threads.
 */
public final class Associations {

  private final ApiClient client;
  private final AssociationsRequests requests;

  Associations(ApiClient client, AssociationsRequests requests) {
    this.client = client;
    this.requests = requests;
  }

  AssociationsRequests requests() {
    return requests;
  }

  /**
   * The records of one type that a record is associated with.
   *
   * @param objectType The type of the record, such as contacts.
   * @param objectId Its id.
   * @param toObjectType The type at the other end, such as companies.
   */
  public RecordStream<Association> of(String objectType, String objectId, String toObjectType) {
    return client.list(
        requests.ofPages(
            Arguments.none()
                .with("objectType", objectType)
                .with("objectId", objectId)
                .with("toObjectType", toObjectType)),
        Association.class);
  }

  /**
   * Associates two records without a label.
   *
   * @param objectType The type of the record, such as contacts.
   * @param objectId Its id.
   * @param toObjectType The type at the other end, such as companies.
   * @param toObjectId The id at the other end.
   */
  public JsonNode associate(
      String objectType, String objectId, String toObjectType, String toObjectId) {
    return client
        .send(
            requests.associateRequest(
                Arguments.none()
                    .with("objectType", objectType)
                    .with("objectId", objectId)
                    .with("toObjectType", toObjectType)
                    .with("toObjectId", toObjectId)))
        .body();
  }

  /**
   * Associates two records by types, in place of those they had.
   *
   * @param objectType The type of the record, such as contacts.
   * @param objectId Its id.
   * @param toObjectType The type at the other end, such as companies.
   * @param toObjectId The id at the other end.
   * @param types Each with its associationCategory and associationTypeId.
   */
  public JsonNode label(
      String objectType, String objectId, String toObjectType, String toObjectId, Object types) {
    return client
        .send(
            requests.labelRequest(
                Arguments.none()
                    .with("objectType", objectType)
                    .with("objectId", objectId)
                    .with("toObjectType", toObjectType)
                    .with("toObjectId", toObjectId)
                    .with("types", types)))
        .body();
  }

  /**
   * Removes every association between two records.
   *
   * @param objectType The type of the record, such as contacts.
   * @param objectId Its id.
   * @param toObjectType The type at the other end, such as companies.
   * @param toObjectId The id at the other end.
   */
  public void remove(String objectType, String objectId, String toObjectType, String toObjectId) {
    client.send(
        requests.removeRequest(
            Arguments.none()
                .with("objectType", objectType)
                .with("objectId", objectId)
                .with("toObjectType", toObjectType)
                .with("toObjectId", toObjectId)));
  }
}
