package dev.connector.runtime.adapter;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.schema.RecordSchema;
import java.util.List;
import java.util.Optional;

/**
 * What the records of a resource have to be, and what becomes of them.
 *
 * @param resource its name
 * @param schema as it is handed over, a JSON Schema
 * @param rules the same, ready to check records
 * @param primaryKey where a record has what identifies it
 * @param personal where it has what is hidden when asked
 * @param canonical what they become records of a shared type by, where there is one
 */
public record RecordType(
    String resource,
    JsonNode schema,
    RecordSchema rules,
    List<JsonPointer> primaryKey,
    List<JsonPointer> personal,
    Optional<CanonicalForm> canonical) {

  public RecordType {
    primaryKey = List.copyOf(primaryKey);
    personal = List.copyOf(personal);
  }
}
