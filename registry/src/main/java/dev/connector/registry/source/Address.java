package dev.connector.registry.source;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What a user types to name a connector, taken apart.
 *
 * <pre>
 * hubspot                                             the default registry
 * hubspot@v2                                          the same at a branch, tag or commit
 * &#64;acme/billing   &#64;acme/billing@v2                   a registry that the configuration names
 * https://git.acme.com/connectors.git#billing@v2      a git repository: https, ssh, file, git&#64;host:path
 * ./registry#billing   /srv/registry#billing          a folder
 * </pre>
 *
 * @param registry where the connector is
 * @param connector its name there
 */
public record Address(Location registry, String connector) {

  public Address {
    Objects.requireNonNull(registry);
    Names.requireConnector(connector);
  }

  /**
   * Reads an address; relative folders count from {@code directory}.
   *
   * @throws dev.connector.spec.ConnectorException of kind USAGE where it is none
   */
  public static Address parse(String text, Path directory) {
    return AddressParser.address(text, directory);
  }

  /** The address as it may be shown, stored and logged: without credentials, and parsing again. */
  public String display() {
    if (registry instanceof Location.Default home) {
      return at(connector, home.ref());
    }
    if (registry instanceof Location.Named named) {
      return named.name() + "/" + at(connector, named.ref());
    }
    if (registry instanceof Location.Git git) {
      return git.url() + "#" + at(connector, git.ref());
    }
    return registry.display() + "#" + connector;
  }

  private static String at(String name, String ref) {
    return ref.isEmpty() ? name : name + "@" + ref;
  }
}
