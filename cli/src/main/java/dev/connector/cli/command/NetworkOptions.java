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

  @Option(
      names = "--confirmed-hosts",
      hidden = true,
      description = "Send credentials to hosts the user has confirmed alone; for assistants.")
  boolean confirmedHosts;

  /**
   * What a connector of this definition reads its settings from, where the user works.
   *
   * @param word what was typed for the connector
   * @throws dev.connector.spec.ConnectorException of kind AUTHENTICATION where its credentials are
   *     bound to hosts, and it has others
   */
  ConnectorEnvironment environment(
      Definition definition, Path directory, Environment user, String word) {
    ConnectorEnvironment variables = allowed(definition, directory, user);
    if (confirmedHosts) {
      new CredentialHosts(user).require(definition, variables.variables(), word);
    } else if (user.terminal().interactive()) {
      new CredentialHosts(user).remember(definition, variables.variables());
    }
    return variables;
  }

  private ConnectorEnvironment allowed(Definition definition, Path directory, Environment user) {
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
