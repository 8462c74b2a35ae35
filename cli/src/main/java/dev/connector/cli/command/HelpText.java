package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The help, the same from the program and from the files that the launcher prints without starting
 * it.
 */
public final class HelpText {

  /** The topic that is about the whole program. */
  public static final String ROOT = "connector";

  static final int WIDTH = 80;

  private HelpText() {}

  /** The help about the program or one of its commands. */
  public static String of(Environment environment, String topic) {
    CommandLine all = Commands.all(environment);
    CommandLine about = topic.equals(ROOT) ? all : all.getSubcommands().get(topic);
    return about.getUsageMessage(Ansi.OFF);
  }

  /** {@code help add} becomes {@code add --help}. */
  static String[] spelledOut(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("help")) {
      return arguments;
    }
    return arguments.length == 1 || arguments[1].startsWith("-")
        ? new String[] {"--help"}
        : new String[] {arguments[1], "--help"};
  }
}
