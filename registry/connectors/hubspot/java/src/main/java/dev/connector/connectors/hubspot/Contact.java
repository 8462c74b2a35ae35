package dev.connector.connectors.hubspot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person, as HubSpot's CRM keeps them.
 *
 * @param id HubSpot's id of the record
 * @param properties everything that was read, custom properties included
 * @param createdAt when the record was created
 * @param updatedAt when it changed last
 * @param archived whether it is in the recycling bin
 * @param archivedAt since when
 */
public record Contact(String id, Properties properties, Instant createdAt, Instant updatedAt, boolean archived, Optional<Instant> archivedAt) implements CrmRecord {

  public static final String EMAIL = "email";
  public static final String FIRST_NAME = "firstname";
  public static final String LAST_NAME = "lastname";
  public static final String PHONE = "phone";
  public static final String MOBILE_PHONE = "mobilephone";
  public static final String COMPANY = "company";
  public static final String JOB_TITLE = "jobtitle";
  public static final String WEBSITE = "website";
  public static final String LIFECYCLE_STAGE = "lifecyclestage";
  public static final String LEAD_STATUS = "hs_lead_status";
  public static final String ADDRESS = "address";
  public static final String CITY = "city";
  public static final String STATE = "state";
  public static final String ZIP = "zip";
  public static final String COUNTRY = "country";
  public static final String OWNER_ID = "hubspot_owner_id";
  public static final String CREATED = "createdate";
  public static final String LAST_MODIFIED = "lastmodifieddate";

  /** The properties asked for unless others are named. */
  public static final List<String> PROPERTIES = List.of(EMAIL, FIRST_NAME, LAST_NAME, PHONE, MOBILE_PHONE, COMPANY, JOB_TITLE, WEBSITE, LIFECYCLE_STAGE, LEAD_STATUS, ADDRESS, CITY, STATE, ZIP, COUNTRY, OWNER_ID, CREATED, LAST_MODIFIED);

  /** The address that tells contacts apart. */
  public Optional<String> email() {
    return properties.text(EMAIL);
  }

  /** The given name. */
  public Optional<String> firstName() {
    return properties.text(FIRST_NAME);
  }

  /** The family name. */
  public Optional<String> lastName() {
    return properties.text(LAST_NAME);
  }

  /** The telephone number. */
  public Optional<String> phone() {
    return properties.text(PHONE);
  }

  /** The number of the mobile phone. */
  public Optional<String> mobilePhone() {
    return properties.text(MOBILE_PHONE);
  }

  /** The name of the company, as typed; not an association. */
  public Optional<String> company() {
    return properties.text(COMPANY);
  }

  /** What the person does there. */
  public Optional<String> jobTitle() {
    return properties.text(JOB_TITLE);
  }

  /** The web site. */
  public Optional<String> website() {
    return properties.text(WEBSITE);
  }

  /** The internal name of the stage, such as {@code customer}. */
  public Optional<String> lifecycleStage() {
    return properties.text(LIFECYCLE_STAGE);
  }

  /** The internal name of the lead status. */
  public Optional<String> leadStatus() {
    return properties.text(LEAD_STATUS);
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
