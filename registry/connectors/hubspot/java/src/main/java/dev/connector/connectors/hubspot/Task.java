package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
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
   * @param hsTimestamp When the task is due; required to create one.
   * @param hsTaskSubject The title of the task.
   * @param hsTaskBody Notes, as HTML.
   * @param hsTaskStatus How far it is, such as NOT_STARTED or COMPLETED.
   * @param hsTaskPriority LOW, MEDIUM or HIGH.
   * @param hsTaskType EMAIL, CALL or TODO.
   * @param hsTaskReminders When to remind, in milliseconds since 1970, separated by semicolons.
   * @param hubspotOwnerId The id of the owner, as the resource owners has it.
   * @param hsCreatedate When HubSpot created the record.
   * @param hsLastmodifieddate When any property changed last; what incremental reading goes by.
   * @param hsObjectId The record's id once more.
   * @param others what is left, by its name in JSON
   */
  public record Properties(
      @JsonProperty("hs_timestamp") Optional<Instant> hsTimestamp,
      @JsonProperty("hs_task_subject") Optional<String> hsTaskSubject,
      @JsonProperty("hs_task_body") Optional<String> hsTaskBody,
      @JsonProperty("hs_task_status") Optional<String> hsTaskStatus,
      @JsonProperty("hs_task_priority") Optional<String> hsTaskPriority,
      @JsonProperty("hs_task_type") Optional<String> hsTaskType,
      @JsonProperty("hs_task_reminders") Optional<String> hsTaskReminders,
      @JsonProperty("hubspot_owner_id") Optional<String> hubspotOwnerId,
      @JsonProperty("hs_createdate") Optional<Instant> hsCreatedate,
      @JsonProperty("hs_lastmodifieddate") Optional<Instant> hsLastmodifieddate,
      @JsonProperty("hs_object_id") Optional<String> hsObjectId,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

    public Properties {
      others = Copies.map(others);
    }
  }
}
