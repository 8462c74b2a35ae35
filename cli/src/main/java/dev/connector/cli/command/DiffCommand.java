package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Registries;
import dev.connector.registry.workspace.Comparison;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.scaffold.openapi.source.ReadOptions;
import dev.connector.spec.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector diff}: what the user changed, and what is new upstream, apart. Reads only. */
@Command(
    name = "diff",
    description = "Show what you changed, and what is new upstream, apart.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector diff                          all that you changed, and all that is new",
      "  connector diff hubspot --yours          what you changed, without asking the registry",
      "  connector diff hubspot --upstream --stat"
    })
final class DiffCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private RegistryOptions registries;

  @Parameters(
      arity = "0..*",
      paramLabel = "<connector>",
      description = "Names of installed connectors; everything where none is named.")
  private List<String> names = List.of();

  @Option(names = "--yours", description = "Only what you changed.")
  private boolean yours;

  @Option(names = "--upstream", description = "Only what is new where it came from.")
  private boolean upstream;

  @Option(names = "--stat", description = "Files and numbers of lines instead of contents.")
  private boolean stat;

  DiffCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Project project = work.project(environment);
    if (!(project instanceof Project.Java java)) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "nothing can be installed in a " + project.language().title() + " project yet",
          "go to a Java project, or name one with --cwd");
    }
    Lock lock = Lock.read(ProjectTree.at(java.root()));
    Map<String, Lock.Entry> chosen = new InstalledNames(lock).chosen(names, names.isEmpty());
    List<Comparison> comparisons = new ArrayList<>();
    try (Registries open = registries.open(environment, environment.directory(), java.root())) {
      Origins origins = new Origins(open, java.root(), ReadOptions.standard());
      chosen.forEach(
          (name, entry) ->
              comparisons.add(
                  Comparison.of(
                      java,
                      name,
                      entry,
                      yours && !upstream
                          ? Optional.empty()
                          : Optional.of(origins.current(name, entry, Optional.empty())))));
    } catch (ConnectorException unknown) {
      throw yours || upstream ? unknown : withYours(unknown);
    }
    DiffView view = new DiffView(comparisons, upstream && !yours, stat);
    if (work.json) {
      environment.terminal().printDocument(Json.print(view.document()));
    } else {
      view.print(environment.terminal());
    }
    return ExitCode.DONE.number();
  }

  /** What the user changed can be shown whatever became of an origin. */
  private static ConnectorException withYours(ConnectorException unknown) {
    return new ConnectorException(
        unknown.kind(),
        unknown.getMessage(),
        unknown.hint() + "; what you changed needs no registry: connector diff --yours",
        unknown);
  }
}
