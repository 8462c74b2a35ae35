package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.RecordStream;
import dev.connector.runtime.message.Request;
import java.util.List;

/**
 * Reads and changes which records belong together. Scopes: those of the types at both ends.
 *
 * <p>An association has a direction, and HubSpot keeps the other one by itself.
 */
public final class Associations {

  private static final String FROM = "/crm/objects/2026-03/{objectType}/{objectId}/associations";
  private static final String TO = "/{toObjectType}/{toObjectId}";

  private final ApiClient client;

  Associations(ApiClient client) {
    this.client = client;
  }

  /**
   * The records of one type that a record is associated with.
   *
   * @param toType as it stands in paths, such as {@code companies}
   */
  public RecordStream<Association> of(RecordId from, String toType) {
    Listing listing =
        Listing.of(ofRequest(from, toType))
            .records("/results")
            .primaryKey("/toObjectId")
            .pagination(Paging.pages(500));
    return client.list(listing, Association.class);
  }

  /** Associates two records without a label. */
  public void associate(RecordId from, RecordId to) {
    client.send(associateRequest(from, to));
  }

  /**
   * Associates two records by these types, in place of those they had.
   *
   * @return the labels of the types
   */
  public List<String> label(RecordId from, RecordId to, AssociationType... types) {
    return client.send(labelRequest(from, to, Json.write(List.of(types)))).as(Labelled.class).labels();
  }

  /** Removes every association between two records; the records stay. */
  public void remove(RecordId from, RecordId to) {
    client.send(removeRequest(from, to));
  }

  static Request ofRequest(RecordId from, String toType) {
    return from(Request.get("associations.of", FROM + "/{toObjectType}"), from)
        .variable("toObjectType", toType);
  }

  static Request associateRequest(RecordId from, RecordId to) {
    return to(from(Request.put("associations.associate", FROM + "/default" + TO), from), to);
  }

  static Request labelRequest(RecordId from, RecordId to, JsonNode types) {
    return to(from(Request.put("associations.label", FROM + TO), from), to).body(types);
  }

  static Request removeRequest(RecordId from, RecordId to) {
    return to(from(Request.delete("associations.remove", FROM + TO), from), to);
  }

  private record Labelled(List<String> labels) {}

  private static Request from(Request request, RecordId from) {
    return request.variable("objectType", from.type()).variable("objectId", from.id());
  }

  private static Request to(Request request, RecordId to) {
    return request.variable("toObjectType", to.type()).variable("toObjectId", to.id());
  }
}
