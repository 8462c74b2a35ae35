package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.RecordStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a resource is read, whatever its records are: immutable, so each method returns a changed
 * copy.
 *
 * @param list all records, or those that changed
 * @param incremental how only those that changed are asked for
 * @param gone where deleted records are listed, if nothing tells of them but a list of their own
 * @param emptyStatuses HTTP statuses that mean that there is nothing
 */
public record Reading(
    Listing list,
    Optional<Incremental> incremental,
    Optional<Listing> gone,
    List<Integer> emptyStatuses) {

  public Reading {
    emptyStatuses = List.copyOf(emptyStatuses);
  }

  /** All records. */
  public static Reading all(Listing list) {
    return new Reading(list, Optional.empty(), Optional.empty(), List.of());
  }

  /** The records that changed since a checkpoint. */
  public static Reading changes(Listing list, Incremental incremental) {
    return new Reading(list, Optional.of(incremental), Optional.empty(), List.of());
  }

  /** And then those that are gone. */
  public Reading gone(Listing deleted) {
    return new Reading(list, incremental, Optional.of(deleted), emptyStatuses);
  }

  /** Taking errors with these statuses for an empty list. */
  public Reading emptyAt(List<Integer> statuses) {
    return new Reading(list, incremental, gone, statuses);
  }

  /** Begins to read; nothing is sent yet. */
  public Changes open(ApiClient client, Checkpoint from, OptionalLong limit) {
    if (incremental.isPresent()) {
      return new Changes.Since(
          client.changes(limited(list, limit), incremental.get(), from, JsonNode.class));
    }
    Optional<RecordStream<JsonNode>> deleted = gone.map(it -> client.list(limited(it, limit)));
    return new Changes.Full(client.list(limited(list, limit)), deleted, emptyStatuses);
  }

  /** A record without its key is handed over, and what is wrong with it beside it. */
  private static Listing limited(Listing list, OptionalLong limit) {
    Listing lenient = list.primaryKey(new String[0]);
    return limit.isPresent() ? lenient.limit(limit.getAsLong()) : lenient;
  }
}
