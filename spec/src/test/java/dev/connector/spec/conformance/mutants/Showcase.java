package dev.connector.spec.conformance.mutants;

import java.nio.file.Path;
import java.util.Optional;

/** The connectors that faults are seeded into; together they have everything a definition says. */
enum Showcase {
  ACME("src/test/resources/connectors/acme", ""),
  PAGING("src/test/resources/connectors/paging", ""),
  CHANGING("src/test/resources/connectors/changing", ""),
  DOORS("src/test/resources/connectors/doors", ""),
  HUBSPOT("../registry/connectors/hubspot", ""),
  FRANKFURTER("../registry/connectors/frankfurter", ""),
  HUBSPOT_CODE("../registry/connectors/hubspot", "hubspot.HubSpotConnector"),
  FRANKFURTER_CODE("../registry/connectors/frankfurter", "frankfurter.FrankfurterConnector");

  private final Path folder;
  private final String type;

  Showcase(String folder, String type) {
    this.folder = Path.of(folder);
    this.type = type;
  }

  Path folder() {
    return folder;
  }

  /** The class of the connector, where it is not the engine that is judged. */
  Optional<String> type() {
    return type.isEmpty() ? Optional.empty() : Optional.of("dev.connector.connectors." + type);
  }

  /** Where the connector's own sources are. */
  Path sources() {
    return folder.resolve("java/src/main/java");
  }
}
