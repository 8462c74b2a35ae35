package dev.connector.connectors.hubspot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A note on the timeline of other records.
 *
 * @param id HubSpot's id of the record
 * @param properties everything that was read, custom properties included
 * @param createdAt when the record was created
 * @param updatedAt when it changed last
 * @param archived whether it is in the recycling bin
 * @param archivedAt since when
 */
public record Note(String id, Properties properties, Instant createdAt, Instant updatedAt, boolean archived, Optional<Instant> archivedAt) implements CrmRecord {

  public static final String TIMESTAMP = "hs_timestamp";
  public static final String BODY = "hs_note_body";
  public static final String ATTACHMENT_IDS = "hs_attachment_ids";
  public static final String OWNER_ID = "hubspot_owner_id";
  public static final String CREATED = "hs_createdate";
  public static final String LAST_MODIFIED = "hs_lastmodifieddate";

  /** The properties asked for unless others are named. */
  public static final List<String> PROPERTIES = List.of(TIMESTAMP, BODY, ATTACHMENT_IDS, OWNER_ID, CREATED, LAST_MODIFIED);

  /** Where the note sits on the timeline; required to create one. */
  public Optional<Instant> timestamp() {
    return properties.time(TIMESTAMP);
  }

  /** The text, as HTML, up to 65,536 characters. */
  public Optional<String> body() {
    return properties.text(BODY);
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
