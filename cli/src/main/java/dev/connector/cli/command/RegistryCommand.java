package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connector registry}: the registries that have names, and what makes a registry. */
@Command(
    name = "registry",
    synopsisSubcommandLabel = "<command>",
    description = "Name registries, make one, check one.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector registry add @acme https://git.acme.com/connectors.git",
      "  connector add @acme/billing              a connector of it",
      "  connector search --registry @acme invoice",
      "  connector registry init our-connectors         a registry of your own",
      "  connector registry validate our-connectors     what its CI runs",
      "",
      "The name stands in the project's .connectors/config.json, so that colleagues",
      "have it, too. They are asked to trust it once: with --trust, or by the same",
      "connector registry add. With --user the name is yours, in every project.",
      "Credentials are never kept: a token is read from CONNECTOR_TOKEN_<HOST>, git's",
      "credential helpers are asked, and ssh uses your keys and your agent."
    })
final class RegistryCommand implements Callable<Integer>, CommandGroup {

  private final Environment environment;

  @Mixin private CommonOptions common;

  RegistryCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Map<String, Callable<Integer>> members() {
    Map<String, Callable<Integer>> members = new LinkedHashMap<>();
    members.put("add", new RegistryAddCommand(environment));
    members.put("remove", new RegistryRemoveCommand(environment));
    members.put("list", new RegistryListCommand(environment));
    members.put("init", new RegistryInitCommand(environment));
    members.put("validate", new RegistryValidateCommand(environment));
    members.put("build", new RegistryBuildCommand(environment));
    return members;
  }

  @Override
  public Integer call() {
    environment.terminal().print(HelpText.of(environment, "registry").stripTrailing());
    return ExitCode.DONE.number();
  }
}
