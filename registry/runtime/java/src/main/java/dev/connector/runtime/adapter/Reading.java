package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Deletes;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.paging.Listing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * How a resource is read, whatever its records are: immutable, so each method returns a changed
 * copy.
 *
 * @param list all records, or those that changed
 * @param incremental how only those that changed are asked for
 * @param deletes how the API tells that records are gone
 * @param emptyStatuses HTTP statuses that mean that there is nothing
 * @param whole all records, where {@code list} is one of those that changed
 */
public record Reading(
    Listing list,
    Optional<Incremental> incremental,
    Deletes deletes,
    List<Integer> emptyStatuses,
    Optional<Supplier<Listing>> whole) {

  public Reading {
    emptyStatuses = List.copyOf(emptyStatuses);
  }

  /** All records. */
  public static Reading all(Listing list) {
    return new Reading(list, Optional.empty(), Deletes.unknown(), List.of(), Optional.empty());
  }

  /** The records that changed since a checkpoint. */
  public static Reading changes(Listing list, Incremental incremental) {
    return new Reading(
        list, Optional.of(incremental), incremental.deletes(), List.of(), Optional.empty());
  }

  /** And then those that are gone. */
  public Reading gone(Listing deleted) {
    return deletes(Deletes.listed(deleted));
  }

  /** Telling, in this way, which are gone. */
  public Reading deletes(Deletes told) {
    return new Reading(list, incremental.map(it -> it.deletes(told)), told, emptyStatuses, whole);
  }

  /** Taking errors with these statuses for an empty list. */
  public Reading emptyAt(List<Integer> statuses) {
    return new Reading(list, incremental, deletes, statuses, whole);
  }

  /** With a list of all records, for those that are read for each of them. */
  public Reading wholly(Listing all) {
    return wholly(() -> all);
  }

  /** With a list of all records that is made when others are read for each of them. */
  public Reading wholly(Supplier<Listing> all) {
    return new Reading(list, incremental, deletes, emptyStatuses, Optional.of(all));
  }

  /** All records, as parents of others are read: from the beginning, no list of those gone. */
  Reading fromStart() {
    Listing all =
        whole.map(Supplier::get).or(() -> incremental.map(it -> it.first(list))).orElse(list);
    Deletes told = deletes instanceof Deletes.Flagged ? deletes : Deletes.unknown();
    return all(all).deletes(told).emptyAt(emptyStatuses);
  }

  /** Begins to read; nothing is sent yet. */
  public Changes open(ApiClient client, Checkpoint from, OptionalLong limit) {
    if (incremental.isPresent()) {
      return new Changes.Since(
          client.changes(limited(list, limit), incremental.get(), from, JsonNode.class),
          new EmptyList(emptyStatuses));
    }
    return new Changes.Full(
        client.list(limited(list, limit)),
        deletes instanceof Deletes.Listed listed
            ? Optional.of(client.list(limited(listed.listing(), limit)))
            : Optional.empty(),
        deletes,
        emptyStatuses);
  }

  /** A record without its key is handed over, and what is wrong with it beside it. */
  private static Listing limited(Listing list, OptionalLong limit) {
    Listing lenient = list.primaryKey(new String[0]);
    return limit.isPresent() ? lenient.limit(limit.getAsLong()) : lenient;
  }
}
