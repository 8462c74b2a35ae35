package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.TimeFormat;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far an incremental read has got; holds no secret and no record. Keep its {@link #toJson JSON}
 * and hand it to the next read.
 *
 * @param cursor everything before this value has been handed over; empty before the first read
 * @param query the query to go on with; empty to begin a new one at the cursor
 * @param handedOver short names of the records at the cursor that have been handed over
 * @param deletes where the list of deleted records goes on, if the changes are done already
 */
public record Checkpoint(
    Optional<JsonNode> cursor,
    Optional<Query> query,
    Set<String> handedOver,
    Optional<Position> deletes) {

  /** Before the first read. */
  public static final Checkpoint NONE =
      new Checkpoint(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

  public Checkpoint {
    handedOver = Set.copyOf(handedOver);
  }

  /** As if everything before this moment had been read. */
  public static Checkpoint since(Instant moment) {
    return at(TimeFormat.ISO8601.write(moment));
  }

  /** As if everything before this cursor value had been read. */
  public static Checkpoint at(JsonNode cursor) {
    return new Checkpoint(Optional.of(cursor), Optional.empty(), Set.of(), Optional.empty());
  }

  Checkpoint deletes(Position next) {
    return new Checkpoint(cursor, query, handedOver, Optional.of(next));
  }

  Checkpoint withoutDeletes() {
    return new Checkpoint(cursor, query, handedOver, Optional.empty());
  }

  /** This checkpoint as a JSON document. */
  public JsonNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    cursor.ifPresent(value -> json.set("cursor", value));
    query.ifPresent(value -> json.set("query", value.toJson()));
    if (!handedOver.isEmpty()) {
      handedOver.stream().sorted().forEach(json.withArray("/handedOver")::add);
    }
    deletes.ifPresent(value -> json.set("deletes", value.toJson()));
    return json;
  }

  /** Reads what {@link #toJson} wrote. */
  public static Checkpoint fromJson(JsonNode json) {
    Set<String> handedOver = new LinkedHashSet<>();
    json.path("handedOver").forEach(name -> handedOver.add(name.asText()));
    return new Checkpoint(
        Query.present(json.path("cursor")),
        Query.present(json.path("query")).map(Query::fromJson),
        handedOver,
        Query.present(json.path("deletes")).map(Position::fromJson));
  }

  @Override
  public String toString() {
    return toJson().toString();
  }

  /**
   * A query that was not read to its end.
   *
   * @param from the value of its filter
   * @param position its next page
   * @param highest the highest cursor value among its records so far
   * @param until when it began: what changed later may be missing from it
   */
  public record Query(
      Optional<JsonNode> from,
      Position position,
      Optional<JsonNode> highest,
      Optional<Instant> until) {

    JsonNode toJson() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      from.ifPresent(value -> json.set("from", value));
      json.set("position", position.toJson());
      highest.ifPresent(value -> json.set("highest", value));
      until.ifPresent(value -> json.set("until", TextNode.valueOf(value.toString())));
      return json;
    }

    static Query fromJson(JsonNode json) {
      return new Query(
          present(json.path("from")),
          Position.fromJson(json.path("position")),
          present(json.path("highest")),
          present(json.path("until")).map(JsonNode::asText).map(Instant::parse));
    }

    private static Optional<JsonNode> present(JsonNode value) {
      return value.isMissingNode() || value.isNull()
          ? Optional.empty()
          : Optional.of(value.deepCopy());
    }
  }
}
