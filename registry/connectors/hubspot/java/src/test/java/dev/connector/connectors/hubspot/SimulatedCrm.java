package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * Contacts behind a search as HubSpot documents it: sorted by the time of the last change, counted
 * by position, and refused beyond 10,000 results.
 */
final class SimulatedCrm extends Dispatcher {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WINDOW = 10_000;

  /** A contact as it stands in the index. */
  private record Version(Instant modified, int id) {}

  private final Map<Integer, Version> contacts = new HashMap<>();
  private final NavigableSet<Version> index =
      new TreeSet<>(Comparator.comparing(Version::modified).thenComparing(Version::id));
  private final List<Integer> archived = new ArrayList<>();
  private int searches;
  private int disturbedAfter = Integer.MAX_VALUE;
  private Runnable disturbance = () -> {};

  synchronized void modify(int id, Instant at) {
    remove(id);
    contacts.put(id, new Version(at, id));
    index.add(contacts.get(id));
  }

  synchronized void archive(int id) {
    remove(id);
    archived.add(id);
  }

  private void remove(int id) {
    if (contacts.containsKey(id)) {
      index.remove(contacts.remove(id));
    }
  }

  /** Does something to the contacts behind the reader's back. */
  synchronized void afterSearches(int number, Runnable what) {
    disturbedAfter = number;
    disturbance = what;
  }

  synchronized int searches() {
    return searches;
  }

  @Override
  public synchronized MockResponse dispatch(RecordedRequest request) {
    return request.getMethod().equals("POST") ? search(parse(request)) : listArchived();
  }

  private MockResponse search(JsonNode query) {
    Instant from =
        Instant.ofEpochMilli(query.at("/filterGroups/0/filters/0/value").asLong());
    int limit = query.path("limit").asInt(10);
    int after = query.path("after").asInt(0);
    if (after + limit > WINDOW) {
      return answer(400, error());
    }
    MockResponse page = answer(200, page(from, after, limit));
    if (++searches == disturbedAfter) {
      disturbance.run();
    }
    return page;
  }

  private ObjectNode page(Instant from, int after, int limit) {
    Set<Version> found = index.tailSet(new Version(from, Integer.MIN_VALUE), true);
    int total = found.size();
    ObjectNode page = JSON.createObjectNode().put("total", total);
    ArrayNode results = page.putArray("results");
    found.stream()
        .skip(after)
        .limit(limit)
        .forEach(it -> results.add(contact(it.id(), it.modified(), false)));
    if (after + limit < total) {
      page.putObject("paging").putObject("next").put("after", String.valueOf(after + limit));
    }
    return page;
  }

  private MockResponse listArchived() {
    ObjectNode page = JSON.createObjectNode();
    ArrayNode results = page.putArray("results");
    archived.forEach(id -> results.add(contact(id, Instant.EPOCH, true)));
    return answer(200, page);
  }

  private static ObjectNode contact(int id, Instant modified, boolean archived) {
    ObjectNode contact = JSON.createObjectNode().put("id", String.valueOf(id));
    contact.putObject("properties").put("lastmodifieddate", modified.toString());
    return contact
        .put("createdAt", "2020-01-01T00:00:00Z")
        .put("updatedAt", modified.toString())
        .put("archived", archived);
  }

  private static ObjectNode error() {
    return JSON.createObjectNode()
        .put("status", "error")
        .put("message", "There is a maximum of 10000 results")
        .put("category", "VALIDATION_ERROR");
  }

  private static MockResponse answer(int status, JsonNode body) {
    return new MockResponse.Builder().code(status).body(body.toString()).build();
  }

  private static JsonNode parse(RecordedRequest request) {
    try {
      return JSON.readTree(request.getBody().utf8());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
