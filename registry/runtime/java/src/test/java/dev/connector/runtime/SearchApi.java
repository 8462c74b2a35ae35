package dev.connector.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.Pagination;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * An API that finds records by the time of their change, sorted by it, in pages whose tokens are
 * offsets: a record that changes moves to the end, and those behind it move up.
 */
final class SearchApi {
  /** The time of a record that has none. */
  static final long NEVER = -1;

  private final Map<Integer, Long> changed = new TreeMap<>();
  private final int size;
  private final boolean sorted;
  private Runnable beforePage = () -> {};
  private int largestOffset;

  SearchApi(int size, boolean sorted) {
    this.size = size;
    this.sorted = sorted;
  }

  /** Ids from 1 on, with the times of their changes in seconds. */
  static SearchApi of(int size, long... times) {
    SearchApi api = new SearchApi(size, true);
    for (int i = 0; i < times.length; i++) {
      api.changed.put(i + 1, times[i]);
    }
    return api;
  }

  SearchApi unsorted() {
    SearchApi api = new SearchApi(size, false);
    api.changed.putAll(changed);
    return api;
  }

  synchronized void change(int id, long time) {
    changed.put(id, time);
  }

  /** What happens before each page is looked up. */
  SearchApi meanwhile(Runnable happening) {
    beforePage = happening;
    return this;
  }

  synchronized Map<Integer, Long> state() {
    return new TreeMap<>(changed);
  }

  int largestOffset() {
    return largestOffset;
  }

  static String iso(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }

  synchronized MockResponse answer(RecordedRequest request) {
    beforePage.run();
    String since = request.getUrl().queryParameter("since");
    long from = since == null ? Long.MIN_VALUE : Instant.parse(since).getEpochSecond();
    String after = request.getUrl().queryParameter("after");
    int offset = after == null ? 0 : Integer.parseInt(after);
    largestOffset = Math.max(largestOffset, offset);
    List<Map.Entry<Integer, Long>> found =
        changed.entrySet().stream()
            .filter(it -> it.getValue() >= from || it.getValue() == NEVER)
            .sorted(sorted ? Map.Entry.comparingByValue() : Comparator.comparing(it -> 0))
            .collect(Collectors.toList());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode items = body.putArray("items");
    found.stream().skip(offset).limit(size).forEach(it -> items.add(json(it)));
    if (offset + size < found.size()) {
      body.put("after", "" + (offset + size));
    }
    return TestApi.answer(200, body.toString());
  }

  private static JsonNode json(Map.Entry<Integer, Long> found) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", found.getKey());
    return found.getValue() == NEVER ? json : json.put("changed", iso(found.getValue()));
  }

  static Listing listing() {
    return Listing.of(Request.get("things.changed", "/things"))
        .records("/items")
        .pagination(Pagination.cursor("/after"));
  }

  static Incremental byTime() {
    return Incremental.byTime("/changed", Parameter.query("since"));
  }
}
