package dev.connector.spec.definition;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One kind of record an API has, and what can be done with it.
 *
 * @param operations by name; {@code list} is the one that reads unless {@link Reading} says another
 * @param custom what code does here that the format cannot say; an engine refuses such a resource
 */
public record Resource(
    String title,
    String description,
    RecordType record,
    Reading reading,
    Map<String, Operation> operations,
    Optional<String> custom) {

  public Resource {
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(record);
    Objects.requireNonNull(reading);
    operations = Ordered.copy(operations);
    Objects.requireNonNull(custom);
  }
}
