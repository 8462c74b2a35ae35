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
 * A customer's request for help.
 *
 * @param id HubSpot's id of the record.
 * @param properties What was read, by HubSpot's names; every value is text, and custom properties
 *     stand among the others.
 * @param createdAt When the record was created.
 * @param updatedAt When it changed last.
 * @param archived Whether it is in the recycling bin.
 * @param archivedAt Since when.
 */
public record Ticket(
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
   * @param subject The name of the ticket.
   * @param content What the customer wrote.
   * @param hsPipeline The internal id of the pipeline.
   * @param hsPipelineStage The internal id of the status in the pipeline.
   * @param hsTicketPriority How urgent it is, such as HIGH.
   * @param hsTicketCategory The internal name of the category.
   * @param hubspotOwnerId The id of the owner, as the resource owners has it.
   * @param createdate When HubSpot created the record.
   * @param hsLastmodifieddate When any property changed last; what incremental reading goes by.
   * @param hsObjectId The record's id once more.
   * @param others what is left, by its name in JSON
   */
  public record Properties(
      Optional<String> subject,
      Optional<String> content,
      @JsonProperty("hs_pipeline") Optional<String> hsPipeline,
      @JsonProperty("hs_pipeline_stage") Optional<String> hsPipelineStage,
      @JsonProperty("hs_ticket_priority") Optional<String> hsTicketPriority,
      @JsonProperty("hs_ticket_category") Optional<String> hsTicketCategory,
      @JsonProperty("hubspot_owner_id") Optional<String> hubspotOwnerId,
      Optional<Instant> createdate,
      @JsonProperty("hs_lastmodifieddate") Optional<Instant> hsLastmodifieddate,
      @JsonProperty("hs_object_id") Optional<String> hsObjectId,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

    public Properties {
      others = Copies.map(others);
    }
  }
}
