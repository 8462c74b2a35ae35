package dev.connector.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program itself, which does nothing without a command. */
@Command(
    name = "connector",
    synopsisSubcommandLabel = "<command>",
    description =
        "Copies source connectors from a git registry into your project, as code you own.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector add hubspot        copy the HubSpot connector into this project",
      "  connector list               what there is",
      "  connector help add           all about one command",
      "",
      "Exit codes: 0 done, 1 failed, 2 usage, 3 findings or conflicts,",
      "4 authentication, 5 network, 6 integrity, 130 interrupted, 141 output unread."
    })
final class ConnectorCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  boolean version;

  @Option(names = "--debug", description = "Show stack traces of failures.")
  boolean debug;
}
