package dev.connector.cli.login;

import dev.connector.cli.terminal.Terminal;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides by which way a user logs in: the one that was named, else the first that is complete.
 *
 * @param ways in the definition's order
 */
public record WayChoice(Definition definition, List<Way> ways, Terminal terminal) {

  public WayChoice {
    ways = List.copyOf(ways);
  }

  /**
   * The way; empty where there is nothing to log in for, because the credentials that are set do
   * without.
   *
   * @throws ConnectorException of kind AUTHENTICATION, naming at once all that is missing
   */
  public Optional<Way> of(Optional<String> name) {
    List<Way> candidates =
        name.map(this::named).orElse(ways).stream().filter(Way::obtainsTokens).toList();
    if (candidates.isEmpty()) {
      return withoutLogin(name.map(this::named).orElse(ways));
    }
    Optional<Way> complete = candidates.stream().filter(it -> it.missing().isEmpty()).findFirst();
    if (complete.isPresent()) {
      return complete;
    }
    Optional<Way> byHand = candidates.stream().filter(Way::lacksOnlyGivenToken).findFirst();
    if (byHand.isPresent() && terminal.interactive()) {
      return Optional.of(typed(byHand.get()));
    }
    throw missing(candidates);
  }

  private List<Way> named(String name) {
    List<Way> named = ways.stream().filter(it -> it.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          definition.name() + " knows no way \"" + name + "\" to log in",
          "there is " + ways.stream().map(Way::name).collect(Collectors.joining(", ")));
    }
    return named;
  }

  private Optional<Way> withoutLogin(List<Way> meant) {
    if (meant.isEmpty() || meant.stream().anyMatch(it -> it.missing().isEmpty())) {
      return Optional.empty();
    }
    throw missing(meant);
  }

  /** What to say where nothing had to be done. */
  public String nothingToDo() {
    return ways.stream()
        .filter(way -> way.missing().isEmpty() && !way.settings().isEmpty())
        .findFirst()
        .map(
            way ->
                definition.title()
                    + " needs no login: it uses "
                    + variables(way.settings())
                    + ", which is set.")
        .orElse(definition.title() + " needs no login: it asks for no credentials.");
  }

  private Way typed(Way way) {
    Way filled = way;
    for (String setting : way.missing()) {
      String variable = definition.variable(setting);
      filled = filled.with(variable, terminal.askSecretly(title(setting) + " (not shown):"));
    }
    if (!filled.missing().isEmpty()) {
      throw missing(List.of(way));
    }
    return filled;
  }

  /** The way that misses least, with where to get what it misses. */
  private ConnectorException missing(List<Way> candidates) {
    Way nearest =
        candidates.stream()
            .min(
                Comparator.comparingInt((Way it) -> it.missing().size())
                    .thenComparing(it -> !it.asksForConsent()))
            .orElseThrow();
    String where =
        nearest.missing().stream()
            .map(name -> "\n  " + definition.variable(name) + ": " + about(name))
            .collect(Collectors.joining());
    return new ConnectorException(
        ConnectorException.Kind.AUTHENTICATION,
        "to use " + definition.title() + ", set " + variables(nearest.missing()),
        "set it in the environment, or in a .env file that is not committed"
            + where
            + withoutLogin(nearest));
  }

  /** Ways that need no login at all, for who does not know of them. */
  private String withoutLogin(Way nearest) {
    return ways.stream()
        .filter(way -> nearest.obtainsTokens() && !way.obtainsTokens() && !way.settings().isEmpty())
        .map(way -> "\nor do without a login: set " + variables(way.settings()))
        .collect(Collectors.joining());
  }

  private String variables(List<String> settings) {
    List<String> names = settings.stream().map(definition::variable).toList();
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private String title(String setting) {
    Setting declared = definition.settings().get(setting);
    return declared == null ? setting : declared.title();
  }

  private String about(String setting) {
    Setting declared = definition.settings().get(setting);
    return declared == null || declared.description().isBlank()
        ? title(setting)
        : declared.description();
  }

  @Override
  public String toString() {
    return "WayChoice[" + ways + "]";
  }
}
