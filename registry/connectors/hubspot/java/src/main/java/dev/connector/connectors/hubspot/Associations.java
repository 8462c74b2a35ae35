package dev.connector.connectors.hubspot;

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
    Request request =
        from(Request.get("associations.of", FROM + "/{toObjectType}"), from)
            .variable("toObjectType", toType);
    Listing listing =
        Listing.of(request)
            .records("/results")
            .primaryKey("/toObjectId")
            .pagination(Paging.pages(500));
    return client.list(listing, Association.class);
  }

  /** Associates two records without a label. */
  public void associate(RecordId from, RecordId to) {
    Request request = Request.put("associations.associate", FROM + "/default" + TO);
    client.send(to(from(request, from), to));
  }

  /**
   * Associates two records by these types, in place of those they had.
   *
   * @return the labels of the types
   */
  public List<String> label(RecordId from, RecordId to, AssociationType... types) {
    Request request = Request.put("associations.label", FROM + TO);
    return client.send(to(from(request, from), to).body(Json.write(List.of(types))))
        .as(Labelled.class)
        .labels();
  }

  /** Removes every association between two records; the records stay. */
  public void remove(RecordId from, RecordId to) {
    Request request = Request.delete("associations.remove", FROM + TO);
    client.send(to(from(request, from), to));
  }

  private record Labelled(List<String> labels) {}

  private static Request from(Request request, RecordId from) {
    return request.variable("objectType", from.type()).variable("objectId", from.id());
  }

  private static Request to(Request request, RecordId to) {
    return request.variable("toObjectType", to.type()).variable("toObjectId", to.id());
  }
}
