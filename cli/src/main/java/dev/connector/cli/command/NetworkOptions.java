package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorEnvironment;
import dev.connector.spec.definition.Definition;
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

  ConnectorEnvironment allow(Definition definition, ConnectorEnvironment environment) {
    ConnectorEnvironment allowed = environment;
    if (loopback) {
      allowed = allowed.with(definition.variable("allowLoopback"), "true");
    }
    if (privateNetworks) {
      allowed = allowed.with(definition.variable("allowPrivateNetworks"), "true");
    }
    return allowed;
  }
}
