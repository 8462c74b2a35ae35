package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.project.Workplace;
import dev.connector.cli.project.Workplaces;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code connector init}: makes a project where there is none, and says what was recognised. */
@Command(
    name = "init",
    description = "Make a Maven project, or show how the one here is understood.")
final class InitCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private PlacementOptions placement;

  @Option(
      names = {"-y", "--yes"},
      description = "Ask nothing.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
  private boolean dryRun;

  InitCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    Workplaces workplaces = new Workplaces(environment.terminal(), placement.overrides());
    try (Workplace place = workplaces.find(directory, yes || dryRun)) {
      Plan plan = place.complete(new Plan("init", List.of()));
      if (!dryRun) {
        place.apply(plan);
      }
      if (work.json) {
        environment.terminal().printDocument(Json.print(document(place, plan)));
      } else {
        print(environment.terminal(), place, plan);
      }
    }
    return ExitCode.DONE.number();
  }

  private void print(Terminal terminal, Workplace place, Plan plan) {
    if (plan.isEmpty()) {
      terminal.print("There is a project in " + place.folder() + " already; nothing to do.");
    } else {
      String verb = dryRun ? "Would make" : "Made";
      terminal.print(
          terminal.styled(Style.GOOD, verb + " a Maven project") + " in " + place.folder());
      for (Change change : plan.changes()) {
        terminal.print("  " + PlanWords.sign(change) + " " + change.path());
      }
    }
    terminal.print("");
    new ProjectFacts(place).print(terminal);
  }

  private ObjectNode document(Workplace place, Plan plan) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("applied", !dryRun);
    document.set("project", new ProjectFacts(place).document());
    plan.changes()
        .forEach(
            change ->
                document
                    .withArray("changes")
                    .addObject()
                    .put("path", change.path())
                    .put("action", PlanWords.action(change)));
    document.withArray("changes");
    return document;
  }
}
