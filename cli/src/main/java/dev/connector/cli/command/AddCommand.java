package dev.connector.cli.command;

import dev.connector.cli.project.Workplace;
import dev.connector.cli.project.Workplaces;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Address;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.Resolver;
import dev.connector.registry.workspace.AddPlanner;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.registry.workspace.change.Mended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  connector add @acme/billing             of a registry that has a name",
      "  connector add https://git.acme.com/connectors.git#billing@v2",
      "  connector add hubspot --on-conflict=skip"
    })
final class AddCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private RegistryOptions registries;
  @Mixin private PlacementOptions placement;
  @Mixin private AddOptions options;

  @Parameters(
      arity = "1..*",
      paramLabel = "<connector>",
      description = "Names, name@version, @registry/name, <git URL>#name or <folder>#name.")
  private List<String> names;

  AddCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    List<Address> addresses =
        names.stream().map(name -> Address.parse(name, environment.directory())).toList();
    Workplaces workplaces = new Workplaces(environment.terminal(), placement.overrides());
    Optional<Mended> mended =
        options.writes() ? MendedText.mend(environment, directory) : Optional.empty();
    try (Registries open = registries.open(environment, environment.directory(), directory)) {
      // A mistyped name is told before anything that may be wrong with the project.
      List<Item> wanted = addresses.stream().map(open::connector).toList();
      try (Workplace place = workplaces.find(directory, options.yes || !options.writes())) {
        AddPlanner.requireLanguage(place.project(), wanted);
        Resolver resolver = new Resolver(open, place.project().language().id(), place.installed());
        AddResult result =
            options.add(
                environment, place, Additions.of(resolver.resolve(addresses), Purpose.ADD, mended));
        result.tell(environment, work.json);
        return result.exitCode().number();
      }
    }
  }
}
