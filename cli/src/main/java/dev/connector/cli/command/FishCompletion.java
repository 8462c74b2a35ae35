package dev.connector.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes fish's completion script, which picocli does not know. */
final class FishCompletion {

  private FishCompletion() {}

  static String of(CommandLine root) {
    StringBuilder script = new StringBuilder("# fish completion for connector\n");
    root.getSubcommands()
        .forEach(
            (name, command) -> {
              script
                  .append("complete -c connector -n __fish_use_subcommand -f -a ")
                  .append(quoted(name))
                  .append(" -d ")
                  .append(quoted(firstLine(command.getCommandSpec().usageMessage().description())))
                  .append('\n');
              command.getCommandSpec().options().forEach(option -> append(script, name, option));
            });
    return script.toString();
  }

  private static void append(StringBuilder script, String command, OptionSpec option) {
    script.append("complete -c connector -n ");
    script.append(quoted("__fish_seen_subcommand_from " + command));
    for (String name : option.names()) {
      script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1));
    }
    script.append(option.arity().max() > 0 ? " -r" : "");
    script.append(" -d ").append(quoted(firstLine(option.description()))).append('\n');
  }

  private static String firstLine(String... lines) {
    return lines.length == 0 ? "" : lines[0];
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
