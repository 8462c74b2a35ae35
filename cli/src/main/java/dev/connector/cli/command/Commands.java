package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * The table of commands. A command's class is loaded only when it is called, since reading all of
 * them is what a start-up is mostly made of.
 */
public final class Commands {

  private static final Map<String, Function<Environment, Callable<Integer>>> ALL = table();

  private Commands() {}

  private static Map<String, Function<Environment, Callable<Integer>>> table() {
    Map<String, Function<Environment, Callable<Integer>>> table = new LinkedHashMap<>();
    table.put("init", InitCommand::new);
    table.put("list", ListCommand::new);
    table.put("search", SearchCommand::new);
    table.put("view", ViewCommand::new);
    table.put("add", AddCommand::new);
    table.put("status", StatusCommand::new);
    table.put("diff", DiffCommand::new);
    table.put("outdated", OutdatedCommand::new);
    table.put("update", UpdateCommand::new);
    table.put("remove", RemoveCommand::new);
    table.put("undo", UndoCommand::new);
    table.put("install", InstallCommand::new);
    table.put("new", NewCommand::new);
    table.put("agent", AgentCommand::new);
    table.put("validate", ValidateCommand::new);
    table.put("test", TestCommand::new);
    table.put("verify", VerifyCommand::new);
    table.put("run", RunCommand::new);
    table.put("mock", MockCommand::new);
    table.put("registry", RegistryCommand::new);
    table.put("contribute", ContributeCommand::new);
    table.put("auth", AuthCommand::new);
    table.put("mcp", McpCommand::new);
    table.put("doctor", DoctorCommand::new);
    table.put("completion", CompletionCommand::new);
    return table;
  }

  /** The names of the commands, in the order of the help. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /** The whole command line: every command, for help, completion and what is mistyped. */
  public static CommandLine all(Environment environment) {
    CommandLine root = root();
    ALL.keySet().forEach(name -> add(root, name, environment));
    return dressed(root);
  }

  /** The command line with the one command that is called, if that is told by the first word. */
  static CommandLine of(Environment environment, String... arguments) {
    if (arguments.length == 0 || !ALL.containsKey(arguments[0])) {
      return all(environment);
    }
    CommandLine root = root();
    add(root, arguments[0], environment);
    return dressed(root);
  }

  private static void add(CommandLine root, String name, Environment environment) {
    Callable<Integer> command = ALL.get(name).apply(environment);
    CommandLine line = new CommandLine(command);
    if (command instanceof CommandGroup group) {
      group.members().forEach(line::addSubcommand);
    }
    root.addSubcommand(name, line);
  }

  private static CommandLine root() {
    return new CommandLine(new ConnectorCommand());
  }

  private static CommandLine dressed(CommandLine root) {
    root.setUsageHelpWidth(HelpText.WIDTH);
    root.setUsageHelpLongOptionsMaxWidth(30);
    root.setExpandAtFiles(false);
    return root;
  }
}
