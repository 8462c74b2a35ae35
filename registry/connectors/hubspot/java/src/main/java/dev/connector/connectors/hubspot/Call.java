package dev.connector.connectors.hubspot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A telephone call on the timeline of other records.
 *
 * @param id HubSpot's id of the record
 * @param properties everything that was read, custom properties included
 * @param createdAt when the record was created
 * @param updatedAt when it changed last
 * @param archived whether it is in the recycling bin
 * @param archivedAt since when
 */
public record Call(String id, Properties properties, Instant createdAt, Instant updatedAt, boolean archived, Optional<Instant> archivedAt) implements CrmRecord {

  public static final String TIMESTAMP = "hs_timestamp";
  public static final String TITLE = "hs_call_title";
  public static final String BODY = "hs_call_body";
  public static final String DIRECTION = "hs_call_direction";
  public static final String DISPOSITION = "hs_call_disposition";
  public static final String DURATION = "hs_call_duration";
  public static final String FROM_NUMBER = "hs_call_from_number";
  public static final String TO_NUMBER = "hs_call_to_number";
  public static final String RECORDING_URL = "hs_call_recording_url";
  public static final String STATUS = "hs_call_status";
  public static final String ACTIVITY_TYPE = "hs_activity_type";
  public static final String ATTACHMENT_IDS = "hs_attachment_ids";
  public static final String OWNER_ID = "hubspot_owner_id";
  public static final String CREATED = "hs_createdate";
  public static final String LAST_MODIFIED = "hs_lastmodifieddate";

  /** The properties asked for unless others are named. */
  public static final List<String> PROPERTIES = List.of(TIMESTAMP, TITLE, BODY, DIRECTION, DISPOSITION, DURATION, FROM_NUMBER, TO_NUMBER, RECORDING_URL, STATUS, ACTIVITY_TYPE, ATTACHMENT_IDS, OWNER_ID, CREATED, LAST_MODIFIED);

  /** When the call took place; required to create one. */
  public Optional<Instant> timestamp() {
    return properties.time(TIMESTAMP);
  }

  /** The title of the call. */
  public Optional<String> title() {
    return properties.text(TITLE);
  }

  /** What was said, and notes. */
  public Optional<String> body() {
    return properties.text(BODY);
  }

  /** {@code INBOUND} or {@code OUTBOUND}, as the HubSpot user sees it. */
  public Optional<String> direction() {
    return properties.text(DIRECTION);
  }

  /** The outcome, as the id of one of the account's call outcomes. */
  public Optional<String> disposition() {
    return properties.text(DISPOSITION);
  }

  /** How long it took, in milliseconds. */
  public Optional<BigDecimal> duration() {
    return properties.number(DURATION);
  }

  /** The number that called. */
  public Optional<String> fromNumber() {
    return properties.text(FROM_NUMBER);
  }

  /** The number that was called. */
  public Optional<String> toNumber() {
    return properties.text(TO_NUMBER);
  }

  /** Where the recording is, as an https URL. */
  public Optional<String> recordingUrl() {
    return properties.text(RECORDING_URL);
  }

  /** How far the call came, such as {@code COMPLETED}. */
  public Optional<String> status() {
    return properties.text(STATUS);
  }

  /** One of the account's call types. */
  public Optional<String> activityType() {
    return properties.text(ACTIVITY_TYPE);
  }

  /** The ids of the files attached, separated by semicolons. */
  public Optional<String> attachmentIds() {
    return properties.text(ATTACHMENT_IDS);
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
