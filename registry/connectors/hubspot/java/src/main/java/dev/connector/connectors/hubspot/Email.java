package dev.connector.connectors.hubspot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An email on the timeline of other records.
 *
 * @param id HubSpot's id of the record
 * @param properties everything that was read, custom properties included
 * @param createdAt when the record was created
 * @param updatedAt when it changed last
 * @param archived whether it is in the recycling bin
 * @param archivedAt since when
 */
public record Email(String id, Properties properties, Instant createdAt, Instant updatedAt, boolean archived, Optional<Instant> archivedAt) implements CrmRecord {

  public static final String TIMESTAMP = "hs_timestamp";
  public static final String SUBJECT = "hs_email_subject";
  public static final String TEXT = "hs_email_text";
  public static final String HTML = "hs_email_html";
  public static final String DIRECTION = "hs_email_direction";
  public static final String STATUS = "hs_email_status";
  public static final String HEADERS = "hs_email_headers";
  public static final String FROM = "hs_email_from_email";
  public static final String TO = "hs_email_to_email";
  public static final String ATTACHMENT_IDS = "hs_attachment_ids";
  public static final String OWNER_ID = "hubspot_owner_id";
  public static final String CREATED = "hs_createdate";
  public static final String LAST_MODIFIED = "hs_lastmodifieddate";

  /** The properties asked for unless others are named. */
  public static final List<String> PROPERTIES = List.of(TIMESTAMP, SUBJECT, TEXT, HTML, DIRECTION, STATUS, HEADERS, FROM, TO, ATTACHMENT_IDS, OWNER_ID, CREATED, LAST_MODIFIED);

  /** When the email was sent; required to create one. */
  public Optional<Instant> timestamp() {
    return properties.time(TIMESTAMP);
  }

  /** The subject line. */
  public Optional<String> subject() {
    return properties.text(SUBJECT);
  }

  /** The body as plain text. */
  public Optional<String> text() {
    return properties.text(TEXT);
  }

  /** The body as HTML. */
  public Optional<String> html() {
    return properties.text(HTML);
  }

  /** {@code EMAIL}, {@code INCOMING_EMAIL} or {@code FORWARDED_EMAIL}; required to create one. */
  public Optional<String> direction() {
    return properties.text(DIRECTION);
  }

  /** How far it came, such as {@code SENT} or {@code BOUNCED}. */
  public Optional<String> status() {
    return properties.text(STATUS);
  }

  /** Sender and recipients as JSON text; what the addresses below are taken from. */
  public Optional<String> headers() {
    return properties.text(HEADERS);
  }

  /** The sender's address; read only. */
  public Optional<String> from() {
    return properties.text(FROM);
  }

  /** The recipients' addresses; read only. */
  public Optional<String> to() {
    return properties.text(TO);
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
