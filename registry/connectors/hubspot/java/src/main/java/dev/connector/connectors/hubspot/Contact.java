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
 * A person, as HubSpot's CRM keeps them.
 *
 * @param id HubSpot's id of the record.
 * @param properties What was read, by HubSpot's names; every value is text, and custom properties
 *     stand among the others.
 * @param createdAt When the record was created.
 * @param updatedAt When it changed last.
 * @param archived Whether it is in the recycling bin.
 * @param archivedAt Since when.
 */
public record Contact(
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
   * @param email The address that tells contacts apart.
   * @param firstname The given name.
   * @param lastname The family name.
   * @param phone The telephone number.
   * @param mobilephone The number of the mobile phone.
   * @param company The name of the company, as typed; not an association.
   * @param jobtitle What the person does there.
   * @param website The web site.
   * @param lifecyclestage The internal name of the stage, such as customer.
   * @param hsLeadStatus The internal name of the lead status.
   * @param address Street and number.
   * @param city The city.
   * @param state The state or region.
   * @param zip The postal code.
   * @param country The country.
   * @param hubspotOwnerId The id of the owner, as the resource owners has it.
   * @param createdate When HubSpot created the record.
   * @param lastmodifieddate When any property changed last; what incremental reading goes by.
   * @param hsObjectId The record's id once more.
   * @param others what is left, by its name in JSON
   */
  public record Properties(
      Optional<String> email,
      Optional<String> firstname,
      Optional<String> lastname,
      Optional<String> phone,
      Optional<String> mobilephone,
      Optional<String> company,
      Optional<String> jobtitle,
      Optional<String> website,
      Optional<String> lifecyclestage,
      @JsonProperty("hs_lead_status") Optional<String> hsLeadStatus,
      Optional<String> address,
      Optional<String> city,
      Optional<String> state,
      Optional<String> zip,
      Optional<String> country,
      @JsonProperty("hubspot_owner_id") Optional<String> hubspotOwnerId,
      Optional<Instant> createdate,
      Optional<Instant> lastmodifieddate,
      @JsonProperty("hs_object_id") Optional<String> hsObjectId,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

    public Properties {
      others = Copies.map(others);
    }
  }
}
