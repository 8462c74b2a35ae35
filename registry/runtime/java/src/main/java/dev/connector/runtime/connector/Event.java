package dev.connector.runtime.connector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.http.AttemptEvent;
import dev.connector.runtime.schema.Violation;
import java.util.List;
import java.util.Optional;

/** What happens while a command runs, as the event log of the specification has it. */
public sealed interface Event {

  /**
   * What the records that follow look like.
   *
   * @param schema a JSON Schema
   */
  record Schema(String resource, JsonNode schema, List<JsonPointer> primaryKey) implements Event {
    public Schema {
      primaryKey = List.copyOf(primaryKey);
    }
  }

  /**
   * A record, new or changed.
   *
   * @param data as the API has it
   * @param parent by what of its parent it was read, such as the parent's id
   * @param canonical the same as a record of a shared type, where that was asked for
   * @param violations where it does not fit its schema
   */
  record Record(
      String resource,
      JsonNode data,
      Optional<JsonNode> parent,
      Optional<JsonNode> canonical,
      List<Violation> violations)
      implements Event {
    public Record {
      violations = List.copyOf(violations);
    }
  }

  /**
   * A record that is gone.
   *
   * @param key the values of its primary key, in order
   */
  record Delete(String resource, List<JsonNode> key) implements Event {
    public Delete {
      key = List.copyOf(key);
    }
  }

  /**
   * Everything before it has been handed over.
   *
   * @param state goes on behind it when handed back; nobody else looks inside
   */
  record Checkpoint(String resource, JsonNode state) implements Event {}

  /**
   * How a read ended.
   *
   * @param incomplete why records may follow that were not read; empty where none do
   */
  record Status(String resource, Optional<Reason> incomplete, Counts counts) implements Event {}

  /** One request that was sent. */
  record Attempt(AttemptEvent attempt) implements Event {}

  /** Why a read is not complete. */
  enum Reason {
    /** The most records that were asked for have been read. */
    LIMIT,
    /** The API gives no more records to one query. */
    WINDOW
  }

  /**
   * How many of what a read handed over.
   *
   * @param records that are new or changed
   * @param deletes records that are gone
   * @param invalid records that do not fit their schema
   * @param withoutCursor records that say nothing of when they changed
   */
  record Counts(long records, long deletes, long invalid, long withoutCursor) {}
}
