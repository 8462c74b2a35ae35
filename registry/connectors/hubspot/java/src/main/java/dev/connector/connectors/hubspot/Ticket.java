package dev.connector.connectors.hubspot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer's request for help.
 *
 * @param id HubSpot's id of the record
 * @param properties everything that was read, custom properties included
 * @param createdAt when the record was created
 * @param updatedAt when it changed last
 * @param archived whether it is in the recycling bin
 * @param archivedAt since when
 */
public record Ticket(String id, Properties properties, Instant createdAt, Instant updatedAt, boolean archived, Optional<Instant> archivedAt) implements CrmRecord {

  public static final String SUBJECT = "subject";
  public static final String CONTENT = "content";
  public static final String PIPELINE = "hs_pipeline";
  public static final String STAGE = "hs_pipeline_stage";
  public static final String PRIORITY = "hs_ticket_priority";
  public static final String CATEGORY = "hs_ticket_category";
  public static final String OWNER_ID = "hubspot_owner_id";
  public static final String CREATED = "createdate";
  public static final String LAST_MODIFIED = "hs_lastmodifieddate";

  /** The properties asked for unless others are named. */
  public static final List<String> PROPERTIES = List.of(SUBJECT, CONTENT, PIPELINE, STAGE, PRIORITY, CATEGORY, OWNER_ID, CREATED, LAST_MODIFIED);

  /** The name of the ticket. */
  public Optional<String> subject() {
    return properties.text(SUBJECT);
  }

  /** What the customer wrote. */
  public Optional<String> content() {
    return properties.text(CONTENT);
  }

  /** The internal id of the pipeline. */
  public Optional<String> pipeline() {
    return properties.text(PIPELINE);
  }

  /** The internal id of the status in the pipeline. */
  public Optional<String> stage() {
    return properties.text(STAGE);
  }

  /** How urgent it is, such as {@code HIGH}. */
  public Optional<String> priority() {
    return properties.text(PRIORITY);
  }

  /** The internal name of the category. */
  public Optional<String> category() {
    return properties.text(CATEGORY);
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
