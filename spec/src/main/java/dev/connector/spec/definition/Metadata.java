package dev.connector.spec.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * What a connector is called.
 *
 * @param name lower case with dashes, the folder's name in a registry
 * @param version semantic version of this connector
 * @param title the product's name as its vendor writes it
 * @param description one or two sentences: what the connector reads and writes
 * @param documentation the vendor's API documentation, an https URL
 */
public record Metadata(
    String name, String version, String title, String description, Optional<String> documentation) {

  public Metadata {
    Objects.requireNonNull(name);
    Objects.requireNonNull(version);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(documentation);
  }
}
