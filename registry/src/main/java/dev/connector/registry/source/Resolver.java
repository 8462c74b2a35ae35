package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds everything that has to be installed for some connectors to work: other items of their
 * registry, and one runtime.
 */
public final class Resolver {

  private final Registries registries;
  private final String language;
  private final Map<String, String> installed;

  /**
   * Creates a resolver.
   *
   * @param installed names and versions of the items that are there already; they are left out
   *     where their version will do
   */
  public Resolver(Registries registries, String language, Map<String, String> installed) {
    this.registries = Objects.requireNonNull(registries);
    this.language = Objects.requireNonNull(language);
    this.installed = Map.copyOf(installed);
  }

  /**
   * The items to install, each after those it needs.
   *
   * @throws ConnectorException of kind CONFLICT for a cycle, or for two that cannot agree on a
   *     version, with the chain that led there
   */
  public List<Item> resolve(List<Address> wanted) {
    Resolution resolution = new Resolution();
    for (Address address : wanted) {
      Registry registry = registries.open(address.registry());
      resolution.visit(registry, registries.connector(address));
    }
    return List.copyOf(resolution.ordered.values());
  }

  /** The same for a connector that is at hand; what else it needs comes from a registry. */
  public List<Item> resolve(Item wanted, Registry registry) {
    Resolution resolution = new Resolution();
    resolution.visit(registry, wanted);
    return List.copyOf(resolution.ordered.values());
  }

  private final class Resolution {

    private final Map<String, Item> ordered = new LinkedHashMap<>();
    private final Map<String, Item> chosen = new LinkedHashMap<>();
    private final Set<String> path = new LinkedHashSet<>();

    void visit(Registry registry, Item item) {
      Item earlier = chosen.putIfAbsent(item.name(), item);
      if (earlier != null && !earlier.origin().equals(item.origin())) {
        throw conflict(
            item.name()
                + " is wanted from "
                + earlier.origin().source()
                + " and from "
                + item.origin().source());
      }
      if (!path.add(item.name())) {
        List<String> cycle = new ArrayList<>(path);
        cycle = cycle.subList(cycle.indexOf(item.name()), cycle.size());
        throw conflict(String.join(" needs ", cycle) + " needs " + item.name());
      }
      if (!ordered.containsKey(item.name())) {
        item.manifest(language).requires().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(need -> require(registry, item, need.getKey(), need.getValue()));
        ordered.put(item.name(), item);
      }
      path.remove(item.name());
    }

    private void require(Registry registry, Item by, String name, VersionRange range) {
      boolean decided = chosen.containsKey(name);
      if (!decided && installed.containsKey(name) && range.includes(installed.get(name))) {
        return;
      }
      Item needed = decided ? chosen.get(name) : find(registry, name);
      String version = needed.version(language);
      if (!range.includes(version)) {
        throw conflict(
            by.name()
                + " needs "
                + name
                + " "
                + range
                + ", and "
                + needed.origin().source()
                + " has "
                + version
                + neededBefore(name));
      }
      visit(registry, needed);
    }

    private Item find(Registry registry, String name) {
      return name.equals(Item.RUNTIME) ? registries.runtime(language) : registry.connector(name);
    }

    private String neededBefore(String name) {
      List<String> users =
          ordered.values().stream()
              .filter(item -> item.manifest(language).requires().containsKey(name))
              .map(Item::name)
              .toList();
      return users.isEmpty() ? "" : ", which " + String.join(", ", users) + " can do with";
    }
  }

  private static ConnectorException conflict(String message) {
    return new ConnectorException(
        Kind.CONFLICT, message, "name versions that fit: <connector>@<ref>");
  }
}
