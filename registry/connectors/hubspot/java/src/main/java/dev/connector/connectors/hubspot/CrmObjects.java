package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Deletes;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.paging.RecordStream;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.TimeFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads and writes the records of one type: contacts, deals, notes and so on, which HubSpot treats
 * alike. Safe for use by many threads, and immutable.
 *
 * @param <T> the record of the type
 */
public final class CrmObjects<T extends CrmRecord> {

  private final ApiClient client;
  private final CrmType<T> type;
  private final List<String> properties;

  CrmObjects(ApiClient client, CrmType<T> type) {
    this(client, type, type.properties());
  }

  private CrmObjects(ApiClient client, CrmType<T> type, List<String> properties) {
    this.client = client;
    this.type = type;
    this.properties = List.copyOf(properties);
  }

  /** The same records with further properties, custom ones for example. */
  public CrmObjects<T> also(String... names) {
    return only(Stream.concat(properties.stream(), Stream.of(names)).toArray(String[]::new));
  }

  /** The same records with these properties alone, and the few that HubSpot always adds. */
  public CrmObjects<T> only(String... names) {
    return new CrmObjects<>(client, type, Stream.of(names).distinct().toList());
  }

  /** All records that are not archived. */
  public RecordStream<T> list() {
    return client.list(pages(listRequest()), type.record());
  }

  /** The records in the recycling bin, where HubSpot keeps them for 90 days. */
  public RecordStream<T> listArchived() {
    return client.list(pages(listArchivedRequest()), type.record());
  }

  /** One record, by HubSpot's id. */
  public T get(String id) {
    return receive(getRequest(id, Optional.empty()));
  }

  /**
   * One record, by a property whose values are unique, such as {@code email} of contacts.
   *
   * @param idProperty HubSpot's name of the property
   */
  public T getBy(String idProperty, String value) {
    return receive(getRequest(value, Optional.of(idProperty)));
  }

  /**
   * Creates a record.
   *
   * @param values its properties
   * @param links existing records to associate it with
   * @return the record as HubSpot made it
   */
  public T create(Properties values, Link... links) {
    Optional<JsonNode> associations =
        links.length == 0 ? Optional.empty() : Optional.of(Json.write(List.of(links)));
    return receive(createRequest(Json.write(values), associations));
  }

  /** Sets properties of a record and leaves the others; an empty text clears one. */
  public T update(String id, Properties values) {
    return receive(updateRequest(id, Optional.empty(), Json.write(values)));
  }

  /** Sets properties of the record that has this value in a property with unique values. */
  public T updateBy(String idProperty, String value, Properties values) {
    return receive(updateRequest(value, Optional.of(idProperty), Json.write(values)));
  }

  /** Moves a record to the recycling bin; for emails there is no way back. */
  public void archive(String id) {
    client.send(archiveRequest(id));
  }

  /**
   * The records that fit a search, at most 10,000; where more fit, reading fails after these. The
   * index lags behind by some seconds.
   */
  public RecordStream<T> search(Search search) {
    return client.list(results(searchRequest((ObjectNode) Json.write(search))), type.record());
  }

  /**
   * What was created or changed since a checkpoint, oldest first, and then everything that is
   * archived. Begins five minutes before the checkpoint, because the index lags behind; so expect
   * some records twice.
   *
   * @param since {@link Checkpoint#NONE} to begin with everything
   */
  public ChangeStream<T> changes(Checkpoint since) {
    return client.changes(results(changesRequest()), byModification(), since, type.record());
  }

  /** What changed, whatever its records are. */
  Reading reading() {
    return Reading.changes(results(changesRequest()), byModification());
  }

  Request listRequest() {
    return withProperties(Request.get(type.operation("list"), type.path()));
  }

  Request listArchivedRequest() {
    return withProperties(
        Request.get(type.operation("listArchived"), type.path()).query("archived", "true"));
  }

  Request getRequest(String id, Optional<String> idProperty) {
    return withProperties(byId(Request.get(type.operation("get"), type.idPath()), id, idProperty));
  }

  Request createRequest(JsonNode values, Optional<JsonNode> associations) {
    ObjectNode body = values(values);
    associations.ifPresent(links -> body.set("associations", links));
    return Request.post(type.operation("create"), type.path()).body(body);
  }

  Request updateRequest(String id, Optional<String> idProperty, JsonNode values) {
    Request change = Request.patch(type.operation("update"), type.idPath()).body(values(values));
    return byId(change, id, idProperty);
  }

  Request archiveRequest(String id) {
    return byId(Request.delete(type.operation("archive"), type.idPath()), id, Optional.empty());
  }

  /** The first page of a search, which says what to look for by HubSpot's names. */
  Request searchRequest(ObjectNode search) {
    return searching("search", search);
  }

  /** The first page of what changed, since ever. */
  Request changesRequest() {
    Search search =
        Search.where(Filter.of(type.modified(), Filter.Operator.GTE, "0"))
            .sortedBy(type.modified(), Search.Direction.ASCENDING);
    return searching("changes", (ObjectNode) Json.write(search));
  }

  private Incremental byModification() {
    return Incremental.byTime(
            "/properties/" + type.modified(), Parameter.body("/filterGroups/0/filters/0/value"))
        .format(TimeFormat.EPOCH_MILLIS)
        .from(Instant.EPOCH)
        .rolling()
        .lookback(Duration.ofMinutes(5))
        .deletes(Deletes.listed(pages(listArchivedRequest())));
  }

  private Request searching(String operation, ObjectNode search) {
    ObjectNode body = search.set("properties", Json.write(properties));
    return Request.post(type.operation(operation), type.path() + "/search").body(body).safe();
  }

  private Request withProperties(Request request) {
    return request.query("properties", String.join(",", properties));
  }

  private Request byId(Request request, String id, Optional<String> idProperty) {
    Request one = request.variable(type.idVariable(), id);
    return idProperty.map(name -> one.query("idProperty", name)).orElse(one);
  }

  private T receive(Request request) {
    return client.send(request).as(type.record());
  }

  private static Listing results(Request search) {
    return Listing.of(search)
        .records("/results")
        .primaryKey("/id")
        .pagination(Paging.searchPages())
        .window(10_000);
  }

  private static Listing pages(Request request) {
    return Listing.of(request)
        .records("/results")
        .primaryKey("/id")
        .pagination(Paging.pages(100));
  }

  private static ObjectNode values(JsonNode values) {
    return ((ObjectNode) Json.write(Map.of())).set("properties", values);
  }
}
