package dev.connector.connectors.hubspot;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.RecordStream;
import dev.connector.runtime.message.Request;

/** Reads the users and queues that records can be assigned to. Scope: crm.objects.owners.read. */
public final class Owners {

  private static final String PATH = "/crm/owners/2026-03";

  private final ApiClient client;

  Owners(ApiClient client) {
    this.client = client;
  }

  /** All active owners. */
  public RecordStream<Owner> list() {
    return client.list(listing(Request.get("owners.list", PATH)), Owner.class);
  }

  /** The owners whose users were deactivated. */
  public RecordStream<Owner> listArchived() {
    Request request = Request.get("owners.listArchived", PATH).query("archived", "true");
    return client.list(listing(request), Owner.class);
  }

  /**
   * One owner.
   *
   * @param id the id of the owner, not of the user
   */
  public Owner get(String id) {
    Request request = Request.get("owners.get", PATH + "/{ownerId}").variable("ownerId", id);
    return client.send(request).as(Owner.class);
  }

  private static Listing listing(Request request) {
    return Listing.of(request)
        .records("/results")
        .primaryKey("/id")
        .pagination(Paging.pages(100));
  }
}
