package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.Collection;
import java.util.Map;

/** What the names of registries, such as {@code @acme}, mean to a user in a project. */
@FunctionalInterface
public interface RegistryNames {

  /**
   * The git repository or folder of that name.
   *
   * @param name with its {@code @}
   * @throws ConnectorException of kind USAGE where nothing has that name, or the user does not
   *     trust what has it
   */
  Location locate(String name);

  /** Exactly these, all of them trusted. */
  static RegistryNames of(Map<String, Location> named) {
    Map<String, Location> known = Map.copyOf(named);
    return name -> {
      Location location = known.get(name);
      if (location == null) {
        throw unknown(name, known.keySet());
      }
      return location;
    };
  }

  /** What to say where nothing has a name. */
  static ConnectorException unknown(String name, Collection<String> known) {
    return new ConnectorException(
        Kind.USAGE,
        "no registry is named " + name,
        NearMatches.of(name, known).stream()
            .findFirst()
            .map(near -> "did you mean " + near + "?")
            .orElse("name it first: connector registry add " + name + " <git URL>"));
  }
}
