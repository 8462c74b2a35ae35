package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connector auth}: what has to do with credentials. */
@Command(
    name = "auth",
    synopsisSubcommandLabel = "<command>",
    description = "Log in for connectors, show what they have, log out.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector auth login hubspot    consent in the browser, tokens kept for you",
      "  connector auth status           which credentials are set, and from where",
      "  connector auth logout hubspot   give the token back and forget it",
      "",
      "Secrets come from the environment or the project's .env file, never from the",
      "command line. Tokens are kept in your own folder, outside the project; see",
      "connector auth status. CONNECTOR_TOKENS names another folder,",
      "CONNECTOR_PROFILE another account."
    })
final class AuthCommand implements Callable<Integer>, CommandGroup {

  private final Environment environment;

  @Mixin private CommonOptions common;

  AuthCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Map<String, Callable<Integer>> members() {
    Map<String, Callable<Integer>> members = new LinkedHashMap<>();
    members.put("login", new AuthLoginCommand(environment));
    members.put("status", new AuthStatusCommand(environment));
    members.put("logout", new AuthLogoutCommand(environment));
    return members;
  }

  @Override
  public Integer call() {
    environment.terminal().print(HelpText.of(environment, "auth").stripTrailing());
    return ExitCode.DONE.number();
  }
}
