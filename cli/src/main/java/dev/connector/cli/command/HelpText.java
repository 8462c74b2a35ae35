package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import java.util.Arrays;
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

  /** The help about the program or one of its commands, {@code add} or {@code auth login}. */
  public static String of(Environment environment, String topic) {
    CommandLine about = Commands.all(environment);
    for (String name : topic.split(" ")) {
      about = name.equals(ROOT) ? about : about.getSubcommands().get(name);
    }
    return about.getUsageMessage(Ansi.OFF);
  }

  /** {@code help add} becomes {@code add --help}, {@code help auth login} likewise. */
  static String[] spelledOut(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("help")) {
      return arguments;
    }
    if (arguments.length == 1 || arguments[1].startsWith("-")) {
      return new String[] {"--help"};
    }
    String[] spelledOut = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
    spelledOut[arguments.length - 1] = "--help";
    return spelledOut;
  }
}
