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
 * A transaction on its way through a sales pipeline.
 *
 * @param id HubSpot's id of the record.
 * @param properties What was read, by HubSpot's names; every value is text, and custom properties
 *     stand among the others.
 * @param createdAt When the record was created.
 * @param updatedAt When it changed last.
 * @param archived Whether it is in the recycling bin.
 * @param archivedAt Since when.
 */
public record Deal(
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
   * @param dealname The name of the deal.
   * @param amount What the deal is worth, in its currency.
   * @param dealCurrencyCode The currency of the amount, such as EUR.
   * @param pipeline The internal id of the pipeline.
   * @param dealstage The internal id of the stage in the pipeline.
   * @param closedate When the deal was closed or is expected to be.
   * @param dealtype The internal name of the type, such as newbusiness.
   * @param description What the deal is about.
   * @param hubspotOwnerId The id of the owner, as the resource owners has it.
   * @param createdate When HubSpot created the record.
   * @param hsLastmodifieddate When any property changed last; what incremental reading goes by.
   * @param hsObjectId The record's id once more.
   * @param others what is left, by its name in JSON
   */
  public record Properties(
      Optional<String> dealname,
      Optional<String> amount,
      @JsonProperty("deal_currency_code") Optional<String> dealCurrencyCode,
      Optional<String> pipeline,
      Optional<String> dealstage,
      Optional<Instant> closedate,
      Optional<String> dealtype,
      Optional<String> description,
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
