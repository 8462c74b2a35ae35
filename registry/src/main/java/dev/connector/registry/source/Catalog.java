package dev.connector.registry.source;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a registry offers, ordered by name.
 *
 * @param problems one line for each item that could not be read, and why
 */
public record Catalog(List<CatalogEntry> entries, List<String> problems) {

  public Catalog {
    entries =
        entries.stream()
            .sorted(Comparator.comparing(CatalogEntry::kind).thenComparing(CatalogEntry::name))
            .toList();
    problems = List.copyOf(problems);
  }

  /** The connectors, without the runtimes. */
  public List<CatalogEntry> connectors() {
    return entries.stream().filter(entry -> entry.kind() == Item.Kind.CONNECTOR).toList();
  }

  /** The connector of exactly that name. */
  public Optional<CatalogEntry> connector(String name) {
    return connectors().stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** The runtime for a language. */
  public Optional<CatalogEntry> runtime(String language) {
    return entries.stream()
        .filter(entry -> entry.kind() == Item.Kind.RUNTIME && entry.languages().contains(language))
        .findFirst();
  }

  /**
   * The connectors in which every word of the query occurs, best first: a name before a title, a
   * title before a description.
   */
  public List<CatalogEntry> search(String query) {
    List<String> words = List.of(query.toLowerCase(Locale.ROOT).trim().split("\\s+"));
    return connectors().stream()
        .filter(entry -> words.stream().allMatch(word -> rank(entry, word) < NO_MATCH))
        .sorted(
            Comparator.comparingInt(
                entry -> words.stream().mapToInt(word -> rank(entry, word)).sum()))
        .toList();
  }

  /** Names that {@code mistyped} may have meant, nearest first, three at most. */
  public List<String> near(String mistyped) {
    return NearMatches.of(mistyped, connectors().stream().map(CatalogEntry::name).toList());
  }

  private static final int NO_MATCH = 100;

  private static int rank(CatalogEntry entry, String word) {
    String title = entry.title().toLowerCase(Locale.ROOT);
    if (entry.name().equals(word)) {
      return 0;
    }
    if (entry.name().startsWith(word)) {
      return 1;
    }
    if (entry.name().contains(word)) {
      return 2;
    }
    if (title.contains(word)) {
      return 3;
    }
    return entry.description().toLowerCase(Locale.ROOT).contains(word) ? 4 : NO_MATCH;
  }
}
