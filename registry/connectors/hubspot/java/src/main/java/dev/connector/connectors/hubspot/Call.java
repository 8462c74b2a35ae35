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
   * @param hsTimestamp When the call took place; required to create one.
   * @param hsCallTitle The title of the call.
   * @param hsCallBody What was said, and notes.
   * @param hsCallDirection INBOUND or OUTBOUND, as the HubSpot user sees it.
   * @param hsCallDisposition The outcome, as the id of one of the account's call outcomes.
   * @param hsCallDuration How long it took, in milliseconds.
   * @param hsCallFromNumber The number that called.
   * @param hsCallToNumber The number that was called.
   * @param hsCallRecordingUrl Where the recording is, as an https URL.
   * @param hsCallStatus How far the call came, such as COMPLETED.
   * @param hsActivityType One of the account's call types.
   * @param hsAttachmentIds The ids of the files attached, separated by semicolons.
   * @param hubspotOwnerId The id of the owner, as the resource owners has it.
   * @param hsCreatedate When HubSpot created the record.
   * @param hsLastmodifieddate When any property changed last; what incremental reading goes by.
   * @param hsObjectId The record's id once more.
   * @param others what is left, by its name in JSON
   */
  public record Properties(
      @JsonProperty("hs_timestamp") Optional<Instant> hsTimestamp,
      @JsonProperty("hs_call_title") Optional<String> hsCallTitle,
      @JsonProperty("hs_call_body") Optional<String> hsCallBody,
      @JsonProperty("hs_call_direction") Optional<String> hsCallDirection,
      @JsonProperty("hs_call_disposition") Optional<String> hsCallDisposition,
      @JsonProperty("hs_call_duration") Optional<String> hsCallDuration,
      @JsonProperty("hs_call_from_number") Optional<String> hsCallFromNumber,
      @JsonProperty("hs_call_to_number") Optional<String> hsCallToNumber,
      @JsonProperty("hs_call_recording_url") Optional<String> hsCallRecordingUrl,
      @JsonProperty("hs_call_status") Optional<String> hsCallStatus,
      @JsonProperty("hs_activity_type") Optional<String> hsActivityType,
      @JsonProperty("hs_attachment_ids") Optional<String> hsAttachmentIds,
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
