package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.CacheFolder;
import dev.connector.registry.source.GitSettings;
import dev.connector.registry.source.Location;
import dev.connector.registry.source.Registries;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that reads a registry. */
final class RegistryOptions {

  @Option(
      names = "--registry",
      paramLabel = "<git URL or folder>",
      description = "Take connectors from this registry instead of the default one.")
  String registry;

  @Option(names = "--offline", description = "Use only what was fetched before.")
  boolean offline;

  /** Opens registries; nothing is fetched until one is asked for. */
  Registries open(Environment environment, Path directory) {
    Optional<Location> override =
        Optional.ofNullable(registry).map(text -> Location.parse(text, directory));
    return new Registries(packed(environment), Map.of(), override, settings(environment));
  }

  /** The folder that keeps what was fetched. */
  static Path cache(Environment environment) {
    return CacheFolder.locate(
        environment.variables(),
        System.getProperty("os.name"),
        Path.of(System.getProperty("user.home")));
  }

  /** The registry file that came with the program. */
  static Path packed(Environment environment) {
    return environment
        .application()
        .map(folder -> folder.resolve("registry/default.zip"))
        .orElseThrow(
            () ->
                new ConnectorException(
                    ConnectorException.Kind.FAILED,
                    "the program does not know where it was unpacked to",
                    "start it by its launcher, the file \"connector\""));
  }

  private GitSettings settings(Environment environment) {
    GitSettings online =
        GitSettings.in(
                cache(environment), new ProgressLine(environment.terminal(), environment.clock()))
            .withTokens(environment.variables());
    return offline ? online.withoutNetwork() : online;
  }
}
