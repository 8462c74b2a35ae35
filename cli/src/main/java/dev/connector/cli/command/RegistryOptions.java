package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.naming.NamedRegistries;
import dev.connector.registry.naming.UserFile;
import dev.connector.registry.source.CacheFolder;
import dev.connector.registry.source.ConfigFolder;
import dev.connector.registry.source.GitSettings;
import dev.connector.registry.source.Location;
import dev.connector.registry.source.Registries;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that reads a registry. */
final class RegistryOptions {

  @Option(
      names = "--registry",
      paramLabel = "<registry>",
      description = "@name, git URL or folder to take connectors from, not the default one.")
  String registry;

  @Option(names = "--offline", description = "Use only what was fetched before.")
  boolean offline;

  @Option(
      names = "--trust",
      description = "Trust what the project's file names, now and later, where it is used.")
  boolean trust;

  /**
   * Opens registries; nothing is fetched until one is asked for.
   *
   * @param directory what relative folders count from, and where the project is
   */
  Registries open(Environment environment, Path directory) {
    return open(environment, directory, directory);
  }

  /** The same for a project that is elsewhere. */
  Registries open(Environment environment, Path directory, Path project) {
    Optional<Location> override =
        Optional.ofNullable(registry).map(text -> Location.parse(text, directory));
    return new Registries(
        packed(environment),
        name -> locate(environment, project, name),
        override,
        settings(environment));
  }

  private Location locate(Environment environment, Path project, String name) {
    UserFile user = userFile(environment);
    if (trust) {
      NamedRegistries.in(project, user)
          .trust(name, user)
          .ifPresent(
              it ->
                  environment
                      .terminal()
                      .note("note:  " + name + " is trusted from now on: " + it.display()));
    }
    return NamedRegistries.in(project, user).locate(name);
  }

  /** Where the user's decisions about registries are kept. */
  static UserFile userFile(Environment environment) {
    return UserFile.in(configuration(environment));
  }

  /** The folder that keeps what the user decided. */
  static Path configuration(Environment environment) {
    return ConfigFolder.locate(
        environment.variables(),
        System.getProperty("os.name"),
        Path.of(System.getProperty("user.home")));
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

  GitSettings settings(Environment environment) {
    GitSettings online =
        GitSettings.in(
                cache(environment), new ProgressLine(environment.terminal(), environment.clock()))
            .withTokens(environment.variables());
    return offline ? online.withoutNetwork() : online;
  }
}
