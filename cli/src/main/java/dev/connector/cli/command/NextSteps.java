package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Item;
import dev.connector.registry.workspace.AddPlan;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What to type after {@code add}, ready to be pasted. */
final class NextSteps {

  private static final String SET = File.separatorChar == '\\' ? "set " : "export ";

  private final Environment environment;
  private final AddResult result;

  NextSteps(Environment environment, AddResult result) {
    this.environment = environment;
    this.result = result;
  }

  List<String> commands() {
    List<String> commands = new ArrayList<>();
    Path here = environment.directory();
    Path folder = result.place().folder();
    if (!here.equals(folder)) {
      Path way = folder.startsWith(here) ? here.relativize(folder) : folder;
      commands.add("cd " + quoted(way.toString()));
    }
    if (!result.overlaps().isEmpty()) {
      commands.add("connector update --continue");
      commands.add("connector update --abort");
      return commands;
    }
    if (result.isUpdate()) {
      commands.add(result.testCommand());
      return commands;
    }
    variables().forEach(name -> commands.add(SET + name + "=..."));
    commands.add(result.testCommand());
    result.summary().items().stream()
        .filter(item -> !item.name().equals(Item.RUNTIME))
        .forEach(item -> commands.add("connector view " + item.name()));
    return commands;
  }

  /** Those without which nothing works; else the first secret that may be there. */
  private List<String> variables() {
    List<String> required =
        result.summary().settings().stream()
            .filter(AddPlan.Variable::required)
            .map(AddPlan.Variable::name)
            .toList();
    return required.isEmpty()
        ? result.secrets().stream().map(AddPlan.Variable::name).limit(1).toList()
        : required;
  }

  /** A value as shells take it for one word. */
  static String quoted(String path) {
    return path.matches("[A-Za-z0-9._/@%+=:,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
