package dev.connector.registry.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Knows where each operating system wants programs to keep what can be had again. */
public final class CacheFolder {

  private CacheFolder() {}

  /**
   * The folder: {@code CONNECTOR_CACHE} where it is set, else {@code connector} below the system's
   * place for caches.
   *
   * @param variables the environment
   * @param system the system property {@code os.name}
   * @param home the user's home folder
   */
  public static Path locate(Map<String, String> variables, String system, Path home) {
    Path chosen = absolute(variables, "CONNECTOR_CACHE");
    if (chosen != null) {
      return chosen;
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path local = absolute(variables, "LOCALAPPDATA");
      return (local == null ? home.resolve("AppData").resolve("Local") : local)
          .resolve("connector")
          .resolve("cache");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("connector");
    }
    Path caches = absolute(variables, "XDG_CACHE_HOME");
    return (caches == null ? home.resolve(".cache") : caches).resolve("connector");
  }

  /** A relative path would make the cache depend on where the command is run. */
  private static Path absolute(Map<String, String> variables, String name) {
    String value = variables.getOrDefault(name, "");
    return !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : null;
  }
}
