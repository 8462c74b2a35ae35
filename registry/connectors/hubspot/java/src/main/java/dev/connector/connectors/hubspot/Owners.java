package dev.connector.connectors.hubspot;

import dev.connector.runtime.adapter.Reading;
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
    return client.list(pages(listRequest()), Owner.class);
  }

  /** The owners whose users were deactivated. */
  public RecordStream<Owner> listArchived() {
    return client.list(pages(listArchivedRequest()), Owner.class);
  }

  /**
   * One owner.
   *
   * @param id the id of the owner, not of the user
   */
  public Owner get(String id) {
    return client.send(getRequest(id)).as(Owner.class);
  }

  /** All of them, and then those whose users were deactivated, whatever the records are. */
  static Reading reading() {
    return Reading.all(pages(listRequest())).gone(pages(listArchivedRequest()));
  }

  static Request listRequest() {
    return Request.get("owners.list", PATH);
  }

  static Request listArchivedRequest() {
    return Request.get("owners.listArchived", PATH).query("archived", "true");
  }

  static Request getRequest(String id) {
    return Request.get("owners.get", PATH + "/{ownerId}").variable("ownerId", id);
  }

  private static Listing pages(Request request) {
    return Listing.of(request)
        .records("/results")
        .primaryKey("/id")
        .pagination(Paging.pages(100));
  }
}
