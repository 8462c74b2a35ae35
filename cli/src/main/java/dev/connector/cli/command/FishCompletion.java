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
              command.getSubcommands().forEach((each, member) -> append(script, name, member));
            });
    return script.toString();
  }

  private static void append(StringBuilder script, String group, CommandLine member) {
    script
        .append("complete -c connector -n ")
        .append(quoted("__fish_seen_subcommand_from " + group))
        .append(" -f -a ")
        .append(quoted(member.getCommandName()))
        .append(" -d ")
        .append(quoted(firstLine(member.getCommandSpec().usageMessage().description())))
        .append('\n');
    String both = group + "; and __fish_seen_subcommand_from " + member.getCommandName();
    member.getCommandSpec().options().forEach(option -> append(script, both, option));
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
