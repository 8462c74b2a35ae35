package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorEnvironment;
import dev.connector.cli.terminal.Environment;
import dev.connector.spec.definition.Definition;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that runs a definition, which otherwise calls public hosts only. */
final class NetworkOptions {

  @Option(
      names = "--allow-loopback",
      description = "Let it call this machine, without TLS, such as a mock API.")
  boolean loopback;

  @Option(
      names = "--allow-private-networks",
      description = "Let it call private and link-local addresses.")
  boolean privateNetworks;

  /** What a connector of this definition reads its settings from, where the user works. */
  ConnectorEnvironment environment(Definition definition, Path directory, Environment user) {
    ConnectorEnvironment allowed = ConnectorEnvironment.of(definition, directory, user.variables());
    if (loopback) {
      allowed = allowed.with(definition.variable("allowLoopback"), "true");
    }
    if (privateNetworks) {
      allowed = allowed.with(definition.variable("allowPrivateNetworks"), "true");
    }
    return allowed;
  }
}
