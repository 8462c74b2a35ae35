package dev.connector.cli.mcp;

import dev.connector.cli.terminal.Environment;
import picocli.CommandLine;

/** The command line, as something that can be described and called. */
public interface Program {

  /** Every command with its options. */
  CommandLine commands(Environment environment);

  /** Runs one command and gives its exit code; fails never. */
  int run(Environment environment, String... arguments);
}
