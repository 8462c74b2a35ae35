package dev.connector.connectors.hubspot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An organisation, as HubSpot's CRM keeps it.
 *
 * @param id HubSpot's id of the record
 * @param properties everything that was read, custom properties included
 * @param createdAt when the record was created
 * @param updatedAt when it changed last
 * @param archived whether it is in the recycling bin
 * @param archivedAt since when
 */
public record Company(String id, Properties properties, Instant createdAt, Instant updatedAt, boolean archived, Optional<Instant> archivedAt) implements CrmRecord {

  public static final String NAME = "name";
  public static final String DOMAIN = "domain";
  public static final String WEBSITE = "website";
  public static final String PHONE = "phone";
  public static final String INDUSTRY = "industry";
  public static final String DESCRIPTION = "description";
  public static final String EMPLOYEES = "numberofemployees";
  public static final String ANNUAL_REVENUE = "annualrevenue";
  public static final String LIFECYCLE_STAGE = "lifecyclestage";
  public static final String ADDRESS = "address";
  public static final String CITY = "city";
  public static final String STATE = "state";
  public static final String ZIP = "zip";
  public static final String COUNTRY = "country";
  public static final String OWNER_ID = "hubspot_owner_id";
  public static final String CREATED = "createdate";
  public static final String LAST_MODIFIED = "hs_lastmodifieddate";

  /** The properties asked for unless others are named. */
  public static final List<String> PROPERTIES = List.of(NAME, DOMAIN, WEBSITE, PHONE, INDUSTRY, DESCRIPTION, EMPLOYEES, ANNUAL_REVENUE, LIFECYCLE_STAGE, ADDRESS, CITY, STATE, ZIP, COUNTRY, OWNER_ID, CREATED, LAST_MODIFIED);

  /** The name of the company. */
  public Optional<String> name() {
    return properties.text(NAME);
  }

  /** The domain that tells companies apart. */
  public Optional<String> domain() {
    return properties.text(DOMAIN);
  }

  /** The web site. */
  public Optional<String> website() {
    return properties.text(WEBSITE);
  }

  /** The telephone number. */
  public Optional<String> phone() {
    return properties.text(PHONE);
  }

  /** The internal name of the industry. */
  public Optional<String> industry() {
    return properties.text(INDUSTRY);
  }

  /** What the company does. */
  public Optional<String> description() {
    return properties.text(DESCRIPTION);
  }

  /** How many people work there. */
  public Optional<BigDecimal> employees() {
    return properties.number(EMPLOYEES);
  }

  /** The revenue of a year, in the account's currency. */
  public Optional<BigDecimal> annualRevenue() {
    return properties.number(ANNUAL_REVENUE);
  }

  /** The internal name or number of the stage. */
  public Optional<String> lifecycleStage() {
    return properties.text(LIFECYCLE_STAGE);
  }

  /** Street and number. */
  public Optional<String> address() {
    return properties.text(ADDRESS);
  }

  /** The city. */
  public Optional<String> city() {
    return properties.text(CITY);
  }

  /** The state or region. */
  public Optional<String> state() {
    return properties.text(STATE);
  }

  /** The postal code. */
  public Optional<String> zip() {
    return properties.text(ZIP);
  }

  /** The country. */
  public Optional<String> country() {
    return properties.text(COUNTRY);
  }

  /** The id of the owner, as {@link HubSpot#owners()} has it. */
  public Optional<String> ownerId() {
    return properties.text(OWNER_ID);
  }

  /** When HubSpot created the record. */
  public Optional<Instant> created() {
    return properties.time(CREATED);
  }

  /** When any property changed last; what incremental reading goes by. */
  public Optional<Instant> lastModified() {
    return properties.time(LAST_MODIFIED);
  }
}
