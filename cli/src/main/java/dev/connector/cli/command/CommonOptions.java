package dev.connector.cli.command;

import picocli.CommandLine.Option;

/** The options every command has. */
final class CommonOptions {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  @Option(names = "--debug", description = "Show stack traces of failures.")
  boolean debug;
}
