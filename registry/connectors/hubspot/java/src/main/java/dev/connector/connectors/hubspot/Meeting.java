package dev.connector.connectors.hubspot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A meeting on the timeline of other records.
 *
 * @param id HubSpot's id of the record
 * @param properties everything that was read, custom properties included
 * @param createdAt when the record was created
 * @param updatedAt when it changed last
 * @param archived whether it is in the recycling bin
 * @param archivedAt since when
 */
public record Meeting(String id, Properties properties, Instant createdAt, Instant updatedAt, boolean archived, Optional<Instant> archivedAt) implements CrmRecord {

  public static final String TIMESTAMP = "hs_timestamp";
  public static final String TITLE = "hs_meeting_title";
  public static final String BODY = "hs_meeting_body";
  public static final String INTERNAL_NOTES = "hs_internal_meeting_notes";
  public static final String EXTERNAL_URL = "hs_meeting_external_url";
  public static final String LOCATION = "hs_meeting_location";
  public static final String START_TIME = "hs_meeting_start_time";
  public static final String END_TIME = "hs_meeting_end_time";
  public static final String OUTCOME = "hs_meeting_outcome";
  public static final String ACTIVITY_TYPE = "hs_activity_type";
  public static final String ATTACHMENT_IDS = "hs_attachment_ids";
  public static final String OWNER_ID = "hubspot_owner_id";
  public static final String CREATED = "hs_createdate";
  public static final String LAST_MODIFIED = "hs_lastmodifieddate";

  /** The properties asked for unless others are named. */
  public static final List<String> PROPERTIES = List.of(TIMESTAMP, TITLE, BODY, INTERNAL_NOTES, EXTERNAL_URL, LOCATION, START_TIME, END_TIME, OUTCOME, ACTIVITY_TYPE, ATTACHMENT_IDS, OWNER_ID, CREATED, LAST_MODIFIED);

  /** When the meeting takes place; required to create one. */
  public Optional<Instant> timestamp() {
    return properties.time(TIMESTAMP);
  }

  /** The title of the meeting. */
  public Optional<String> title() {
    return properties.text(TITLE);
  }

  /** The description, as HTML. */
  public Optional<String> body() {
    return properties.text(BODY);
  }

  /** Notes that the attendees do not see. */
  public Optional<String> internalNotes() {
    return properties.text(INTERNAL_NOTES);
  }

  /** The event in its calendar. */
  public Optional<String> externalUrl() {
    return properties.text(EXTERNAL_URL);
  }

  /** Where it takes place. */
  public Optional<String> location() {
    return properties.text(LOCATION);
  }

  /** When it starts; should equal the timestamp. */
  public Optional<Instant> startTime() {
    return properties.time(START_TIME);
  }

  /** When it ends. */
  public Optional<Instant> endTime() {
    return properties.time(END_TIME);
  }

  /** What became of it, such as {@code SCHEDULED} or {@code COMPLETED}. */
  public Optional<String> outcome() {
    return properties.text(OUTCOME);
  }

  /** One of the account's meeting types. */
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
