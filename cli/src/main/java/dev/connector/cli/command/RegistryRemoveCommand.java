package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.naming.NamedRegistries;
import dev.connector.registry.naming.NamedRegistry;
import dev.connector.registry.naming.NamedRegistry.Scope;
import dev.connector.registry.naming.NamingPlanner;
import dev.connector.registry.naming.UserFile;
import dev.connector.registry.source.RegistryNames;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connector registry remove}: takes a name away, and the trust that came with it. */
@Command(name = "remove", description = "Take a registry's name away; connectors stay.")
final class RegistryRemoveCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private NamingOptions options;

  @Parameters(paramLabel = "<@name>", description = "The name: @acme.")
  private String typedName;

  RegistryRemoveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String name = NamedRegistry.requireName(typedName);
    return options.user ? ofUser(name) : ofProject(name);
  }

  private Integer ofUser(String name) {
    UserFile file = RegistryOptions.userFile(environment);
    Map<String, String> known = file.read().addresses();
    if (!known.containsKey(name)) {
      throw RegistryNames.unknown(name, known.keySet());
    }
    if (!options.dryRun) {
      file.update(it -> it.without(name));
    }
    NamedRegistry gone =
        new NamedRegistry(name, known.get(name), Scope.USER, false, Optional.empty());
    show(gone, new Plan("registry remove", List.of()), file.path().toString(), List.of());
    return ExitCode.DONE.number();
  }

  private Integer ofProject(String name) {
    Path project = options.project(environment);
    ProjectTree tree = options.tree(environment, project);
    UserFile file = RegistryOptions.userFile(environment);
    NamedRegistries names = NamedRegistries.in(project, file);
    NamedRegistry known =
        names
            .find(name)
            .orElseThrow(
                () ->
                    RegistryNames.unknown(
                        name, names.all().stream().map(NamedRegistry::name).toList()));
    if (known.scope() == Scope.USER) {
      throw new ConnectorException(
          Kind.USAGE, name + " is yours, and not the project's", "add --user to remove it");
    }
    Plan plan = new NamingPlanner(tree).remove(name);
    if (!options.dryRun) {
      names.distrust(name, file);
      tree.apply(plan);
    }
    NamedRegistry gone =
        new NamedRegistry(name, known.address(), Scope.PROJECT, false, known.problem());
    show(gone, plan, project.toString(), users(tree, name));
    return ExitCode.DONE.number();
  }

  /** The connectors that have no place to be updated from any more. */
  private static List<String> users(ProjectTree tree, String name) {
    return Lock.read(tree).connectors().entrySet().stream()
        .filter(it -> it.getValue().origin().source().equals(name))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void show(NamedRegistry gone, Plan plan, String where, List<String> users) {
    Terminal terminal = environment.terminal();
    if (!users.isEmpty()) {
      terminal.note(
          "note:  "
              + String.join(", ", users)
              + " came from "
              + gone.name()
              + " and cannot be updated until it has that name again");
    }
    if (options.work.json) {
      terminal.printDocument(Json.print(NamingDocument.of(!options.dryRun, gone, plan)));
      return;
    }
    String verb = options.dryRun ? "Would take away " : "Took away ";
    terminal.print(terminal.styled(Style.GOOD, verb + gone.name()) + ": " + gone.address());
    for (Change change : plan.changes()) {
      terminal.print("  " + PlanWords.sign(change) + " " + change.path() + " in " + where);
    }
  }
}
