package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Copies;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A telephone call on the timeline of other records.
 *
 * @param id HubSpot's id of the record.
 * @param properties What was read, by HubSpot's names; every value is text, and custom properties
 *     stand among the others.
 * @param createdAt When the record was created.
 * @param updatedAt When it changed last.
 * @param archived Whether it is in the recycling bin.
 * @param archivedAt Since when.
 */
public record Call(
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
   * @param hs_timestamp When the call took place; required to create one.
   * @param hs_call_title The title of the call.
   * @param hs_call_body What was said, and notes.
   * @param hs_call_direction INBOUND or OUTBOUND, as the HubSpot user sees it.
   * @param hs_call_disposition The outcome, as the id of one of the account's call outcomes.
   * @param hs_call_duration How long it took, in milliseconds.
   * @param hs_call_from_number The number that called.
   * @param hs_call_to_number The number that was called.
   * @param hs_call_recording_url Where the recording is, as an https URL.
   * @param hs_call_status How far the call came, such as COMPLETED.
   * @param hs_activity_type One of the account's call types.
   * @param hs_attachment_ids The ids of the files attached, separated by semicolons.
   * @param hubspot_owner_id The id of the owner, as the resource owners has it.
   * @param hs_createdate When HubSpot created the record.
   * @param hs_lastmodifieddate When any property changed last; what incremental reading goes by.
   * @param hs_object_id The record's id once more.
   * @param others what is left, by its name in JSON
   */
  public record Properties(
      Optional<Instant> hs_timestamp,
      Optional<String> hs_call_title,
      Optional<String> hs_call_body,
      Optional<String> hs_call_direction,
      Optional<String> hs_call_disposition,
      Optional<String> hs_call_duration,
      Optional<String> hs_call_from_number,
      Optional<String> hs_call_to_number,
      Optional<String> hs_call_recording_url,
      Optional<String> hs_call_status,
      Optional<String> hs_activity_type,
      Optional<String> hs_attachment_ids,
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
