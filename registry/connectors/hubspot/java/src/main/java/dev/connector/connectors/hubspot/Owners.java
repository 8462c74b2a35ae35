package dev.connector.connectors.hubspot;

import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.RecordStream;

/**
 * Users and queues that records can be assigned to; read only.
 *
 * <p>Safe for use by many threads.
 */
public final class Owners {

  private final ApiClient client;
  private final OwnersRequests requests;

  Owners(ApiClient client, OwnersRequests requests) {
    this.client = client;
    this.requests = requests;
  }

  OwnersRequests requests() {
    return requests;
  }

  /** All active owners. */
  public RecordStream<Owner> list() {
    return client.list(requests.listPages(Arguments.none()), Owner.class);
  }

  /** The owners whose users were deactivated. */
  public RecordStream<Owner> listArchived() {
    return client.list(requests.listArchivedPages(Arguments.none()), Owner.class);
  }

  /**
   * One owner.
   *
   * @param ownerId The id of the owner, not of the user.
   */
  public Owner get(String ownerId) {
    return client
        .send(requests.getRequest(Arguments.none().with("ownerId", ownerId)))
        .as(Owner.class);
  }
}
