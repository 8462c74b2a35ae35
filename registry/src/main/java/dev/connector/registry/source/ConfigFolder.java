package dev.connector.registry.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows where each operating system wants programs to keep what a user decided. */
public final class ConfigFolder {

  private ConfigFolder() {}

  /**
   * The folder: {@code CONNECTOR_CONFIG} where it is set, else {@code connector} below the system's
   * place for configuration. Relative paths are passed by: they would make it depend on where the
   * command is run.
   *
   * @param variables the environment
   * @param system the system property {@code os.name}
   * @param home the user's home folder
   */
  public static Path locate(Map<String, String> variables, String system, Path home) {
    Optional<Path> chosen = absolute(variables, "CONNECTOR_CONFIG");
    return chosen.orElseGet(() -> usual(variables, system, home).resolve("connector"));
  }

  private static Path usual(Map<String, String> variables, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return absolute(variables, "APPDATA")
          .orElseGet(() -> home.resolve("AppData").resolve("Roaming"));
    }
    return name.startsWith("mac")
        ? home.resolve("Library").resolve("Application Support")
        : absolute(variables, "XDG_CONFIG_HOME").orElseGet(() -> home.resolve(".config"));
  }

  private static Optional<Path> absolute(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name))
        .filter(value -> !value.isBlank() && Path.of(value).isAbsolute())
        .map(Path::of);
  }
}
