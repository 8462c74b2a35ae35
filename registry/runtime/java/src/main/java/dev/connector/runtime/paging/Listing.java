package dev.connector.runtime.paging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How a list of records is read, from its first page to its last: immutable, so each method returns
 * a changed copy.
 *
 * @param request asks for the first page, except for what the pagination adds
 * @param records where a page holds its records
 * @param pagination how one page leads to the next
 * @param primaryKey the places, in a record, of what identifies it
 * @param caps where reading ends before the list does
 */
public record Listing(
    Request request,
    Records records,
    Pagination pagination,
    List<JsonPointer> primaryKey,
    Caps caps) {

  public Listing {
    primaryKey = List.copyOf(primaryKey);
  }

  /** The records are the elements of the array that is the whole answer, in one page. */
  public static Listing of(Request request) {
    return new Listing(request, Records.at(""), Pagination.none(), List.of(), Caps.NONE);
  }

  public Listing request(Request changed) {
    return new Listing(changed, records, pagination, primaryKey, caps);
  }

  /** Where a page holds its records, an array or an object that is the only one. */
  public Listing records(String pointer) {
    return records(Records.at(pointer));
  }

  /** Where a page holds its records, and how they lie there. */
  public Listing records(Records place) {
    return new Listing(request, place, pagination, primaryKey, caps);
  }

  public Listing pagination(Pagination strategy) {
    return new Listing(request, records, strategy, primaryKey, caps);
  }

  /** What identifies a record, as JSON Pointers; a record without it is reported. */
  public Listing primaryKey(String... pointers) {
    List<JsonPointer> key = Stream.of(pointers).map(JsonPointer::compile).toList();
    return new Listing(request, records, pagination, key, caps);
  }

  /** Ends after this many records, without asking for a page that is not needed. */
  public Listing limit(long most) {
    return caps(new Caps(OptionalLong.of(most), caps.pages(), caps.window()));
  }

  /** Ends after this many pages. */
  public Listing maxPages(long most) {
    return caps(new Caps(caps.records(), OptionalLong.of(most), caps.window()));
  }

  /** The most records the API gives to one query, however many pages are asked for. */
  public Listing window(int most) {
    return caps(new Caps(caps.records(), caps.pages(), OptionalInt.of(most)));
  }

  /**
   * Checks that a record can be told from others.
   *
   * @throws ApiException with {@link ErrorCode#VALIDATION_ERROR} where it cannot
   */
  void requireKey(JsonNode found) {
    for (JsonPointer pointer : primaryKey) {
      JsonNode part = found.at(pointer);
      if (!part.isValueNode() || part.isNull() || part.asText().isEmpty()) {
        throw new ApiException(
            ErrorCode.VALIDATION_ERROR,
            "a record of " + request.operation() + " has no primary key at " + pointer);
      }
    }
  }

  private Listing caps(Caps changed) {
    return new Listing(request, records, pagination, primaryKey, changed);
  }
}
