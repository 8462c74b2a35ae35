package dev.connector.cli.command;

import dev.connector.cli.command.ConflictDecision.Choice;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.source.Item;
import dev.connector.registry.workspace.AddPlan;
import dev.connector.registry.workspace.AddPlan.Placed;
import dev.connector.registry.workspace.Conflict;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.build.Dependency;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.merge.ThreeWay.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a person what {@code add} did, or would do, and what to do next. */
final class AddText {

  private final Environment environment;
  private final Terminal terminal;
  private final AddResult result;

  AddText(Environment environment, AddResult result) {
    this.environment = environment;
    this.terminal = environment.terminal();
    this.result = result;
  }

  void print() {
    if (result.plan().isEmpty()) {
      unchanged();
    } else {
      headline();
    }
    if (result.mode() == AddResult.Mode.DIFF) {
      result.plan().changes().forEach(change -> terminal.print(diff(change)));
    } else if (!result.plan().isEmpty()) {
      everything();
    }
    conflicts();
  }

  private void unchanged() {
    String verb = asked().size() == 1 ? " is" : " are";
    String state = result.isUpdate() ? " up to date" : " already";
    terminal.print(names(asked()) + verb + state + " in " + result.place().folder() + ".");
    if (result.conflicts().isEmpty()) {
      terminal.print("Nothing to do.");
    }
  }

  private void everything() {
    items();
    new PlanText(terminal, result.plan().changes()).print("written", result.applied());
    dependencies(
        (result.applied() ? "Dependencies added to " : "Dependencies to be added to ")
            + result.place().project().buildFile(),
        result.summary().dependencies());
    dependencies("Dependencies for you to add", result.summary().missingDependencies());
    if (!result.isUpdate() || result.namesSettings()) {
      settings();
    }
    merges();
    terminal.section("Good to know", result.summary().advice());
    if (result.applied()) {
      terminal.section("Next", new NextSteps(environment, result).commands());
    }
  }

  private void merges() {
    terminal.section("Merged with your edits", merged(Outcome.MERGED));
    terminal.section(
        "Removed or moved by you, and changed since; bring one back with connector install",
        merged(Outcome.REMOVED_HERE));
    terminal.section(
        "Edited by you, and no longer part of it; yours now", merged(Outcome.REMOVED_THERE));
    terminal.section("Changed by both, and no text; yours stands", merged(Outcome.NOT_TEXT));
    String overlapping =
        result.applied()
            ? "Overlaps for you to resolve, marked in the files"
            : "Overlaps that would be for you to resolve";
    terminal.section(overlapping, merged(Outcome.OVERLAP));
  }

  private List<String> merged(Outcome outcome) {
    return result.planned().merges().stream()
        .filter(merge -> merge.outcome() == outcome)
        .map(merge -> merge.path() + merge.formerly().map(was -> " (was " + was + ")").orElse(""))
        .toList();
  }

  private void headline() {
    String verb = verb();
    String project =
        result.place().project() instanceof Project.Java java
            ? " (" + (result.fresh() ? "a new project, " : "") + java.build().title() + level(java)
            : " (" + result.place().project().language().title();
    Style style = result.overlaps().isEmpty() ? Style.GOOD : Style.CAUTION;
    terminal.print(
        terminal.styled(style, verb + names(result.isUpdate() ? changed() : asked()))
            + (result.isUpdate() ? " in " : " to ")
            + result.place().folder()
            + project
            + ")"
            + (result.overlaps().isEmpty() ? "" : ", but for what both sides changed"));
  }

  private String verb() {
    return switch (result.purpose()) {
      case ADD -> result.applied() ? "Added " : "Would add ";
      case UPDATE -> result.applied() ? "Updated " : "Would update ";
      case EDIT -> result.applied() ? "Changed " : "Would change ";
    };
  }

  private static String level(Project.Java java) {
    return java.level().map(level -> ", Java " + level.release()).orElse("");
  }

  private List<Placed> asked() {
    List<Placed> connectors =
        result.summary().items().stream()
            .filter(item -> !item.name().equals(Item.RUNTIME))
            .toList();
    return connectors.isEmpty() ? result.summary().items() : connectors;
  }

  /** What an update was about: the runtime may be all that is new. */
  private List<Placed> changed() {
    List<Placed> changed =
        result.summary().items().stream()
            .filter(item -> item.state() != Placed.State.PRESENT)
            .toList();
    return changed.isEmpty() ? asked() : changed;
  }

  private static String names(List<Placed> items) {
    return items.stream()
        .map(item -> item.name() + " " + versions(item))
        .collect(Collectors.joining(", "));
  }

  private static String versions(Placed item) {
    return item.formerly()
        .filter(version -> !version.equals(item.version()))
        .map(version -> version + " -> " + item.version())
        .orElse(item.version());
  }

  private void items() {
    Table table = new Table("NAME", "VERSION", "FILES", "PACKAGE").whole();
    for (Placed item : result.summary().items()) {
      String present = item.state() == Placed.State.PRESENT ? " (already there)" : "";
      table.row(
          item.name(), item.version(), String.valueOf(item.files()), item.packageName() + present);
    }
    terminal.print("");
    table.print(terminal, Terminal.INDENT);
  }

  private static String diff(Change change) {
    return PlanDiff.of(change).lines().map(Text::verbatim).collect(Collectors.joining("\n"));
  }

  private void conflicts() {
    terminal.section("Left as they are, though they differ", paths(Choice.SKIP));
    List<Conflict> open = result.conflicts(Choice.UNDECIDED);
    terminal.section(
        "There and different; decide with --on-conflict=skip or overwrite",
        paths(Choice.UNDECIDED));
    if (result.mode() == AddResult.Mode.DIFF) {
      open.forEach(conflict -> terminal.print(diff(conflict.change())));
    }
  }

  private List<String> paths(Choice choice) {
    return result.conflicts(choice).stream()
        .map(conflict -> conflict.path() + ConflictDecision.reason(conflict))
        .toList();
  }

  private void dependencies(String title, List<Dependency> dependencies) {
    terminal.section(
        title,
        dependencies.stream()
            .map(
                dependency ->
                    dependency.id()
                        + (dependency.scope() == Dependency.Scope.TEST ? " (for tests)" : ""))
            .toList());
  }

  private void settings() {
    if (result.summary().settings().isEmpty()) {
      return;
    }
    Table table = new Table().wrapped();
    for (AddPlan.Variable variable : result.summary().settings()) {
      String kind = variable.secret() ? "secret" : "setting";
      table.row(
          variable.name(),
          kind + (variable.required() ? ", required" : ""),
          variable.description());
    }
    title("Environment variables it reads (names are in .env.example)");
    table.print(terminal, Terminal.INDENT);
  }

  private void title(String title) {
    terminal.print("");
    terminal.print(terminal.styled(Style.STRONG, title));
  }
}
