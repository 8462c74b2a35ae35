package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.naming.NamedRegistries;
import dev.connector.registry.naming.NamedRegistry;
import dev.connector.registry.naming.NamedRegistry.Scope;
import dev.connector.registry.naming.NamingPlanner;
import dev.connector.registry.naming.UserFile;
import dev.connector.registry.naming.UserRegistries;
import dev.connector.registry.source.Location;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector registry add}: gives a registry a name, and trusts it. No network. */
@Command(
    name = "add",
    description = "Give a registry a name, and trust it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector registry add @acme https://git.acme.com/connectors.git",
      "  connector registry add @acme git@git.acme.com:connectors.git#@v2",
      "  connector registry add @ours ../our-connectors --user"
    })
final class RegistryAddCommand implements Callable<Integer> {

  private static final Plan NOTHING = new Plan("registry add", List.of());

  private final Environment environment;

  @Mixin private NamingOptions options;

  @Option(names = "--replace", description = "Where the name means something else, change that.")
  private boolean replace;

  @Parameters(index = "0", paramLabel = "<@name>", description = "What to call it: @acme.")
  private String typedName;

  @Parameters(
      index = "1",
      paramLabel = "<address>",
      description = "A git URL, with #@<ref> at a branch, tag or commit; or a folder.")
  private String address;

  RegistryAddCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String name = NamedRegistry.requireName(typedName);
    Location location = NamedRegistry.place(address, environment.directory());
    return options.user ? ofUser(name, location) : ofProject(name, location);
  }

  private Integer ofUser(String name, Location location) {
    UserFile file = RegistryOptions.userFile(environment);
    UserRegistries before = file.read();
    String known = before.addresses().getOrDefault(name, location.display());
    requireFree(name, known, location.display());
    if (!options.dryRun) {
      file.update(it -> it.with(name, location.display()));
    }
    boolean fresh = !before.with(name, location.display()).equals(before);
    show(registry(name, location, Scope.USER), NOTHING, fresh, file.path().toString());
    return ExitCode.DONE.number();
  }

  private Integer ofProject(String name, Location location) {
    Path project = options.project(environment);
    ProjectTree tree = options.tree(environment, project);
    UserFile file = RegistryOptions.userFile(environment);
    Optional<NamedRegistry> known =
        NamedRegistries.in(project, file)
            .find(name)
            .filter(it -> it.scope() == Scope.PROJECT && it.problem().isEmpty());
    requireFree(
        name, known.map(NamedRegistry::address).orElse(location.display()), location.display());
    boolean same = known.map(it -> it.address().equals(location.display())).orElse(false);
    Plan plan = same ? NOTHING : new NamingPlanner(tree).add(name, written(location, project));
    if (!options.dryRun) {
      tree.apply(plan);
      NamedRegistries.in(project, file).trust(name, file);
    }
    boolean fresh = !known.map(NamedRegistry::trusted).orElse(false) || !plan.isEmpty();
    show(registry(name, location, Scope.PROJECT), plan, fresh, project.toString());
    return ExitCode.DONE.number();
  }

  private void requireFree(String name, String known, String wanted) {
    if (!known.equals(wanted) && !replace) {
      throw new ConnectorException(
          Kind.USAGE,
          name + " means " + known + " already",
          "to change that, run the same with --replace");
    }
  }

  /** A folder typed relatively is one that colleagues have at the same place beside the project. */
  private String written(Location location, Path project) {
    if (!(location instanceof Location.Folder folder) || Path.of(address).isAbsolute()) {
      return location.display();
    }
    String path = project.relativize(folder.path()).toString().replace('\\', '/');
    return path.startsWith("..") ? path : "./" + path;
  }

  private static NamedRegistry registry(String name, Location location, Scope scope) {
    return new NamedRegistry(name, location.display(), scope, true, Optional.empty());
  }

  private void show(NamedRegistry registry, Plan plan, boolean fresh, String where) {
    Terminal terminal = environment.terminal();
    if (options.work.json) {
      terminal.printDocument(Json.print(NamingDocument.of(!options.dryRun, registry, plan)));
      return;
    }
    if (!fresh) {
      terminal.print(registry.name() + " means that already; nothing to do.");
      return;
    }
    String verb = options.dryRun ? "Would name" : "Named";
    terminal.print(
        terminal.styled(Style.GOOD, verb + " " + registry.name()) + ": " + registry.address());
    for (Change change : plan.changes()) {
      terminal.print("  " + PlanWords.sign(change) + " " + change.path() + " in " + where);
    }
    terminal.print(
        registry.scope() == Scope.USER
            ? "  yours, in every project: " + where
            : "  trusted by you; colleagues are asked once");
    terminal.print("");
    terminal.print("see what it has:  connector list --registry " + registry.name());
  }
}
