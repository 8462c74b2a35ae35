package dev.connector.cli.command;

import dev.connector.cli.login.Way;
import dev.connector.cli.project.ConnectorEnvironment;
import dev.connector.cli.project.UserTokens;
import dev.connector.cli.terminal.Environment;
import dev.connector.spec.definition.Definition;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command about credentials. */
final class AuthOptions {

  @Mixin WorkOptions work;

  @Option(
      names = "--profile",
      paramLabel = "<name>",
      description = "One of several accounts; CONNECTOR_PROFILE for all commands.")
  private String profile;

  /** The user's tokens. */
  UserTokens tokens(Environment environment) {
    UserTokens tokens = UserTokens.of(environment.variables());
    return profile == null ? tokens : tokens.profile(profile);
  }

  /** The variables of a connector, as the user set them. */
  Map<String, String> variables(Environment environment, Definition definition) {
    return ConnectorEnvironment.set(
            definition, work.directory(environment), environment.variables())
        .variables();
  }

  /** The ways of a connector, with what the user has of each. */
  List<Way> ways(Environment environment, Definition definition) {
    return Way.of(definition, variables(environment, definition));
  }
}
