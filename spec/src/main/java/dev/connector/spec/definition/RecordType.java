package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a record of a resource is.
 *
 * @param schema the file below {@code schemas/} that describes it
 * @param primaryKey what tells records apart, in order; empty where nothing does
 * @param personal fields about a person, which can be masked
 * @param canonical how it becomes a record of a shared type
 */
public record RecordType(
    String schema,
    List<JsonPointer> primaryKey,
    List<JsonPointer> personal,
    Optional<CanonicalMapping> canonical) {

  public RecordType {
    Objects.requireNonNull(schema);
    primaryKey = List.copyOf(primaryKey);
    personal = List.copyOf(personal);
    Objects.requireNonNull(canonical);
  }
}
