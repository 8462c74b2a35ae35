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
 * A note on the timeline of other records.
 *
 * @param id HubSpot's id of the record.
 * @param properties What was read, by HubSpot's names; every value is text, and custom properties
 *     stand among the others.
 * @param createdAt When the record was created.
 * @param updatedAt When it changed last.
 * @param archived Whether it is in the recycling bin.
 * @param archivedAt Since when.
 */
public record Note(
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
   * @param hsTimestamp Where the note sits on the timeline; required to create one.
   * @param hsNoteBody The text, as HTML, up to 65,536 characters.
   * @param hsAttachmentIds The ids of the files attached, separated by semicolons.
   * @param hubspotOwnerId The id of the owner, as the resource owners has it.
   * @param hsCreatedate When HubSpot created the record.
   * @param hsLastmodifieddate When any property changed last; what incremental reading goes by.
   * @param hsObjectId The record's id once more.
   * @param others what is left, by its name in JSON
   */
  public record Properties(
      @JsonProperty("hs_timestamp") Optional<Instant> hsTimestamp,
      @JsonProperty("hs_note_body") Optional<String> hsNoteBody,
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
