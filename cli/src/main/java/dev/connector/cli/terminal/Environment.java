package dev.connector.cli.terminal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a command takes from outside, so that a test can hand it another world.
 *
 * @param terminal the three streams, and what is known about them
 * @param directory the working directory, absolute
 * @param variables the environment variables
 * @param application the folder the application was unpacked to, where there is one: packed
 *     registry, help and completion lie there
 */
public record Environment(
    Terminal terminal,
    Path directory,
    Map<String, String> variables,
    Clock clock,
    Optional<Path> application) {

  public Environment {
    Objects.requireNonNull(terminal);
    Objects.requireNonNull(clock);
    Objects.requireNonNull(application);
    directory = directory.toAbsolutePath().normalize();
    variables = Map.copyOf(variables);
  }

  /** The value of a variable that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }
}
