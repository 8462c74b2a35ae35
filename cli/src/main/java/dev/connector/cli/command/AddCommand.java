package dev.connector.cli.command;

import dev.connector.cli.command.ConflictDecision.Choice;
import dev.connector.cli.project.Workplace;
import dev.connector.cli.project.Workplaces;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Address;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.Resolver;
import dev.connector.registry.workspace.AddPlan;
import dev.connector.registry.workspace.AddPlanner;
import dev.connector.registry.workspace.AddRequest;
import dev.connector.registry.workspace.Conflict;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.registry.workspace.change.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector add}: copies connectors, and what they need, into a project. */
@Command(
    name = "add",
    description = "Copy connectors into this project, as source that you own.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector add hubspot                   into the project in this folder",
      "  connector add hubspot --yes -C shop     a new project in the folder shop",
      "  connector add hubspot --dry-run         what would be written",
      "  connector add https://git.acme.com/connectors.git#billing@v2",
      "  connector add hubspot --on-conflict=skip"
    })
final class AddCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private RegistryOptions registries;
  @Mixin private PlacementOptions placement;

  @Parameters(
      arity = "1..*",
      paramLabel = "<connector>",
      description = "Names, name@version, <git URL>#name or <folder>#name.")
  private List<String> names;

  @Option(
      names = {"-y", "--yes"},
      description = "Ask nothing; make a project where there is none.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
  private boolean dryRun;

  @Option(names = "--diff", description = "The same, with all contents.")
  private boolean diff;

  @Option(names = "--no-deps", description = "Leave the build file alone; list what it lacks.")
  private boolean noDependencies;

  @Option(
      names = "--on-conflict",
      paramLabel = "<what>",
      defaultValue = "ask",
      converter = OnConflictConverter.class,
      description = "Files that are there and differ: ask, skip, overwrite or fail.")
  private OnConflict onConflict;

  AddCommand(Environment environment) {
    this.environment = environment;
  }

  /** Says in our words what picocli would say in Java's. */
  static final class OnConflictConverter implements ITypeConverter<OnConflict> {
    @Override
    public OnConflict convert(String typed) {
      return OnConflict.parse(typed);
    }
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    List<Address> addresses =
        names.stream().map(name -> Address.parse(name, environment.directory())).toList();
    Workplaces workplaces = new Workplaces(environment.terminal(), placement.overrides());
    Optional<Mended> mended = writes() ? workplaces.mend(directory) : Optional.empty();
    mended.ifPresent(it -> environment.terminal().note("note:  " + MendedText.of(it)));
    try (Registries open = registries.open(environment, environment.directory())) {
      // A mistyped name is told before anything that may be wrong with the project.
      List<Item> wanted = addresses.stream().map(open::connector).toList();
      try (Workplace place = workplaces.find(directory, yes || !writes())) {
        AddPlanner.requireLanguage(place.project(), wanted);
        AddResult result = add(place, plan(place, open, addresses), mended);
        show(result);
        return exitCode(result).number();
      }
    }
  }

  private AddResult add(Workplace place, AddPlan planned, Optional<Mended> mended) {
    Map<Conflict, Choice> choices = choices(planned.conflicts());
    Plan complete = place.complete(planned.overwriting(it -> choices.get(it) == Choice.OVERWRITE));
    if (writes()) {
      place.apply(complete);
    }
    return new AddResult(place, complete, planned.summary(), choices, mode(), mended);
  }

  private Map<Conflict, Choice> choices(List<Conflict> conflicts) {
    ConflictDecision decision = new ConflictDecision(environment, onConflict, yes);
    return writes() ? decision.decide(conflicts) : decision.preview(conflicts);
  }

  private static ExitCode exitCode(AddResult result) {
    return result.conflicts(Choice.UNDECIDED).isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private boolean writes() {
    return mode() == AddResult.Mode.APPLY;
  }

  private AddPlan plan(Workplace place, Registries open, List<Address> addresses) {
    Resolver resolver = new Resolver(open, place.project().language().id(), place.installed());
    List<Item> items = resolver.resolve(addresses);
    AddRequest.BuildEdits edits =
        noDependencies ? AddRequest.BuildEdits.NONE : AddRequest.BuildEdits.ADD;
    return new AddPlanner().plan(new AddRequest(place.project(), items, edits));
  }

  private AddResult.Mode mode() {
    return diff ? AddResult.Mode.DIFF : dryRun ? AddResult.Mode.DRY_RUN : AddResult.Mode.APPLY;
  }

  private void show(AddResult result) {
    if (work.json) {
      environment
          .terminal()
          .printDocument(Json.print(new AddDocument(environment, result).build()));
    } else {
      new AddText(environment, result).print();
    }
  }
}
