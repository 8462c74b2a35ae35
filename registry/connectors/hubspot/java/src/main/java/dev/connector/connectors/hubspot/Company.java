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
 * An organisation, as HubSpot's CRM keeps it.
 *
 * @param id HubSpot's id of the record.
 * @param properties What was read, by HubSpot's names; every value is text, and custom properties
 *     stand among the others.
 * @param createdAt When the record was created.
 * @param updatedAt When it changed last.
 * @param archived Whether it is in the recycling bin.
 * @param archivedAt Since when.
 */
public record Company(
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
   * @param name The name of the company.
   * @param domain The domain that tells companies apart.
   * @param website The web site.
   * @param phone The telephone number.
   * @param industry The internal name of the industry.
   * @param description What the company does.
   * @param numberofemployees How many people work there.
   * @param annualrevenue The revenue of a year, in the account's currency.
   * @param lifecyclestage The internal name or number of the stage.
   * @param address Street and number.
   * @param city The city.
   * @param state The state or region.
   * @param zip The postal code.
   * @param country The country.
   * @param hubspotOwnerId The id of the owner, as the resource owners has it.
   * @param createdate When HubSpot created the record.
   * @param hsLastmodifieddate When any property changed last; what incremental reading goes by.
   * @param hsObjectId The record's id once more.
   * @param others what is left, by its name in JSON
   */
  public record Properties(
      Optional<String> name,
      Optional<String> domain,
      Optional<String> website,
      Optional<String> phone,
      Optional<String> industry,
      Optional<String> description,
      Optional<String> numberofemployees,
      Optional<String> annualrevenue,
      Optional<String> lifecyclestage,
      Optional<String> address,
      Optional<String> city,
      Optional<String> state,
      Optional<String> zip,
      Optional<String> country,
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
