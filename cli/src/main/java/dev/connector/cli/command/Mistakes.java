package dev.connector.cli.command;

import dev.connector.spec.ConnectorException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what may have been meant. */
final class Mistakes {

  private Mistakes() {}

  static ConnectorException explain(ParameterException mistake) {
    CommandLine command = mistake.getCommandLine();
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return unknown(command, unmatched.getUnmatched().get(0));
    }
    if (mistake instanceof CommandLine.MissingParameterException missing) {
      return usage("missing " + labels(missing.getMissing()), help(command));
    }
    return usage(sentence(mistake.getMessage()), help(command));
  }

  private static ConnectorException unknown(CommandLine command, String word) {
    boolean group = !command.getSubcommands().isEmpty();
    boolean option = word.startsWith("-");
    String name = option ? word.split("=", 2)[0] : word;
    Set<String> known = option ? options(command) : group ? commands(command) : Set.of();
    String what = option ? "option" : group ? "command" : "argument";
    List<String> near = NearMatches.of(name, known);
    String guess = near.isEmpty() ? "" : "did you mean \"" + String.join("\" or \"", near) + "\"? ";
    return usage("unknown " + what + " \"" + name + "\"", guess + help(command));
  }

  private static Set<String> commands(CommandLine command) {
    return command.getParent() == null ? Commands.names() : command.getSubcommands().keySet();
  }

  private static Set<String> options(CommandLine command) {
    return command.getCommandSpec().optionsMap().keySet();
  }

  private static String labels(List<ArgSpec> missing) {
    return String.join(" and ", missing.stream().map(Mistakes::label).toList());
  }

  private static String label(ArgSpec missing) {
    return missing instanceof OptionSpec option ? option.longestName() : missing.paramLabel();
  }

  private static String help(CommandLine command) {
    return "run: " + command.getCommandSpec().qualifiedName(" ") + " --help";
  }

  /** picocli's messages are sentences about Java; ours begin small and end without a stop. */
  private static String sentence(String message) {
    String small = Character.toLowerCase(message.charAt(0)) + message.substring(1);
    return small.replaceAll("\\.$", "");
  }

  private static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}
