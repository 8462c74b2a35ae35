package dev.connector.connectors.hubspot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something to do, on the timeline of other records.
 *
 * @param id HubSpot's id of the record
 * @param properties everything that was read, custom properties included
 * @param createdAt when the record was created
 * @param updatedAt when it changed last
 * @param archived whether it is in the recycling bin
 * @param archivedAt since when
 */
public record Task(String id, Properties properties, Instant createdAt, Instant updatedAt, boolean archived, Optional<Instant> archivedAt) implements CrmRecord {

  public static final String TIMESTAMP = "hs_timestamp";
  public static final String SUBJECT = "hs_task_subject";
  public static final String BODY = "hs_task_body";
  public static final String STATUS = "hs_task_status";
  public static final String PRIORITY = "hs_task_priority";
  public static final String TYPE = "hs_task_type";
  public static final String REMINDERS = "hs_task_reminders";
  public static final String OWNER_ID = "hubspot_owner_id";
  public static final String CREATED = "hs_createdate";
  public static final String LAST_MODIFIED = "hs_lastmodifieddate";

  /** The properties asked for unless others are named. */
  public static final List<String> PROPERTIES = List.of(TIMESTAMP, SUBJECT, BODY, STATUS, PRIORITY, TYPE, REMINDERS, OWNER_ID, CREATED, LAST_MODIFIED);

  /** When the task is due; required to create one. */
  public Optional<Instant> timestamp() {
    return properties.time(TIMESTAMP);
  }

  /** The title of the task. */
  public Optional<String> subject() {
    return properties.text(SUBJECT);
  }

  /** Notes, as HTML. */
  public Optional<String> body() {
    return properties.text(BODY);
  }

  /** How far it is, such as {@code NOT_STARTED} or {@code COMPLETED}. */
  public Optional<String> status() {
    return properties.text(STATUS);
  }

  /** {@code LOW}, {@code MEDIUM} or {@code HIGH}. */
  public Optional<String> priority() {
    return properties.text(PRIORITY);
  }

  /** {@code EMAIL}, {@code CALL} or {@code TODO}. */
  public Optional<String> type() {
    return properties.text(TYPE);
  }

  /** When to remind, in milliseconds since 1970, separated by semicolons. */
  public Optional<String> reminders() {
    return properties.text(REMINDERS);
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
