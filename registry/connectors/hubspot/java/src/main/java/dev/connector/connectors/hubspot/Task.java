package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Copies;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something to do, on the timeline of other records.
 *
 * @param id HubSpot's id of the record.
 * @param properties What was read, by HubSpot's names; every value is text, and custom properties
 *     stand among the others.
 * @param createdAt When the record was created.
 * @param updatedAt When it changed last.
 * @param archived Whether it is in the recycling bin.
 * @param archivedAt Since when.
 */
public record Task(
    String id,
    Properties properties,
    Instant createdAt,
    Instant updatedAt,
    Boolean archived,
    Optional<Instant> archivedAt) {

  /**
   * What was read, by HubSpot's names; every value is text, and custom properties stand among the
   * others.
   *
   * @param hs_timestamp When the task is due; required to create one.
   * @param hs_task_subject The title of the task.
   * @param hs_task_body Notes, as HTML.
   * @param hs_task_status How far it is, such as NOT_STARTED or COMPLETED.
   * @param hs_task_priority LOW, MEDIUM or HIGH.
   * @param hs_task_type EMAIL, CALL or TODO.
   * @param hs_task_reminders When to remind, in milliseconds since 1970, separated by semicolons.
   * @param hubspot_owner_id The id of the owner, as the resource owners has it.
   * @param hs_createdate When HubSpot created the record.
   * @param hs_lastmodifieddate When any property changed last; what incremental reading goes by.
   * @param hs_object_id The record's id once more.
   * @param others what is left, by its name in JSON
   */
  public record Properties(
      Optional<Instant> hs_timestamp,
      Optional<String> hs_task_subject,
      Optional<String> hs_task_body,
      Optional<String> hs_task_status,
      Optional<String> hs_task_priority,
      Optional<String> hs_task_type,
      Optional<String> hs_task_reminders,
      Optional<String> hubspot_owner_id,
      Optional<Instant> hs_createdate,
      Optional<Instant> hs_lastmodifieddate,
      Optional<String> hs_object_id,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

    public Properties {
      others = Copies.map(others);
    }
  }
}
