package dev.connector.registry.validation;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.VersionRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether what connectors require is there, in a version that fits, without going in circles. */
final class Requirements {

  private final Map<String, Item> connectors;
  private final Runtimes runtimes;

  /** The versions of runtimes that an installation could take, by language. */
  interface Runtimes {
    List<String> versions(String language);
  }

  Requirements(Map<String, Item> connectors, Runtimes runtimes) {
    this.connectors = new TreeMap<>(connectors);
    this.runtimes = runtimes;
  }

  List<String> problems(Item item) {
    List<String> problems = new ArrayList<>();
    for (String language : item.languages()) {
      new TreeMap<>(item.manifest(language).requires())
          .forEach(
              (name, range) ->
                  missing(name, range, language)
                      .ifPresent(why -> problems.add(manifest(item, language) + ": " + why)));
      List<String> path = new ArrayList<>(List.of(item.name()));
      circle(item, item.name(), language, path, new HashSet<>())
          .ifPresent(circle -> problems.add(manifest(item, language) + ": " + circle));
    }
    return problems;
  }

  private static String manifest(Item item, String language) {
    return (item.kind() == Item.Kind.RUNTIME ? "" : language + "/") + "item.json /requires";
  }

  private Optional<String> missing(String name, VersionRange range, String language) {
    List<String> there =
        name.equals(Item.RUNTIME)
            ? runtimes.versions(language)
            : Optional.ofNullable(connectors.get(name))
                .filter(it -> it.languages().contains(language))
                .map(it -> List.of(it.version(language)))
                .orElse(List.of());
    if (there.isEmpty()) {
      return Optional.of(
          "needs " + name + " " + range + ", and there is no " + name + " for " + language);
    }
    return there.stream().anyMatch(range::includes)
        ? Optional.empty()
        : Optional.of("needs " + name + " " + range + ", and there is " + String.join(", ", there));
  }

  /** A circle that leads back to where it began; another's circle is told there. */
  private Optional<String> circle(
      Item item, String origin, String language, List<String> path, Set<String> seen) {
    for (String next : new TreeMap<>(item.manifest(language).requires()).keySet()) {
      if (next.equals(origin)) {
        return Optional.of(String.join(" needs ", path) + " needs " + origin);
      }
      Item needed = connectors.get(next);
      if (needed != null && needed.languages().contains(language) && seen.add(next)) {
        path.add(next);
        Optional<String> found = circle(needed, origin, language, path, seen);
        if (found.isPresent()) {
          return found;
        }
        path.remove(path.size() - 1);
      }
    }
    return Optional.empty();
  }
}
