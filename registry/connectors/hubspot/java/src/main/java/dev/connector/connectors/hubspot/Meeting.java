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
 * A meeting on the timeline of other records.
 *
 * @param id HubSpot's id of the record.
 * @param properties What was read, by HubSpot's names; every value is text, and custom properties
 *     stand among the others.
 * @param createdAt When the record was created.
 * @param updatedAt When it changed last.
 * @param archived Whether it is in the recycling bin.
 * @param archivedAt Since when.
 */
public record Meeting(
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
   * @param hsTimestamp When the meeting takes place; required to create one.
   * @param hsMeetingTitle The title of the meeting.
   * @param hsMeetingBody The description, as HTML.
   * @param hsInternalMeetingNotes Notes that the attendees do not see.
   * @param hsMeetingExternalUrl The event in its calendar.
   * @param hsMeetingLocation Where it takes place.
   * @param hsMeetingStartTime When it starts; should equal the timestamp.
   * @param hsMeetingEndTime When it ends.
   * @param hsMeetingOutcome What became of it, such as SCHEDULED or COMPLETED.
   * @param hsActivityType One of the account's meeting types.
   * @param hsAttachmentIds The ids of the files attached, separated by semicolons.
   * @param hubspotOwnerId The id of the owner, as the resource owners has it.
   * @param hsCreatedate When HubSpot created the record.
   * @param hsLastmodifieddate When any property changed last; what incremental reading goes by.
   * @param hsObjectId The record's id once more.
   * @param others what is left, by its name in JSON
   */
  public record Properties(
      @JsonProperty("hs_timestamp") Optional<Instant> hsTimestamp,
      @JsonProperty("hs_meeting_title") Optional<String> hsMeetingTitle,
      @JsonProperty("hs_meeting_body") Optional<String> hsMeetingBody,
      @JsonProperty("hs_internal_meeting_notes") Optional<String> hsInternalMeetingNotes,
      @JsonProperty("hs_meeting_external_url") Optional<String> hsMeetingExternalUrl,
      @JsonProperty("hs_meeting_location") Optional<String> hsMeetingLocation,
      @JsonProperty("hs_meeting_start_time") Optional<Instant> hsMeetingStartTime,
      @JsonProperty("hs_meeting_end_time") Optional<Instant> hsMeetingEndTime,
      @JsonProperty("hs_meeting_outcome") Optional<String> hsMeetingOutcome,
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
