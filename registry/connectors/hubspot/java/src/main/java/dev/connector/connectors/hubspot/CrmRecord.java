package dev.connector.connectors.hubspot;

import java.time.Instant;
import java.util.Optional;

/** What all records of HubSpot's CRM have in common, whatever their type. */
public interface CrmRecord {

  /** HubSpot's id of the record, unique within its type. */
  String id();

  /** Everything that was read, custom properties included. */
  Properties properties();

  /** When the record was created. */
  Instant createdAt();

  /** When it changed last. */
  Instant updatedAt();

  /** Whether it is in the recycling bin. */
  boolean archived();

  /** Since when it is there. */
  Optional<Instant> archivedAt();
}
