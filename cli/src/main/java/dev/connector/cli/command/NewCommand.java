package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.project.Workplace;
import dev.connector.cli.project.Workplaces;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Origin;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.Resolver;
import dev.connector.registry.workspace.Status;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.infer.Inference;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.infer.assembly.Selection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.ReadDescription;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.ConnectorName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector new}: makes a connector, and puts it into a project as {@code add} does. */
@Command(
    name = "new",
    description = "Make a connector from an API's description, or from a few answers.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector new acme --from-openapi https://api.acme.com/openapi.json",
      "  connector new --from-openapi openapi.yaml --resources customers,invoices",
      "  connector new acme --from-openapi openapi.yaml --explain",
      "  connector new acme --base-url https://api.acme.com --auth bearer --resource /v1/customers"
    })
final class NewCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private DescriptionOptions description;
  @Mixin private SelectionOptions selection;
  @Mixin private StarterOptions starter;
  @Mixin private RegistryOptions registries;
  @Mixin private PlacementOptions placement;
  @Mixin private AddOptions options;

  @Parameters(
      arity = "0..1",
      paramLabel = "<name>",
      description = "What to call it; else the API's title decides.")
  private String name;

  @Option(
      names = "--explain",
      description = "Print what was inferred and what said so, and write nothing.")
  private boolean explain;

  NewCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    Optional.ofNullable(name).ifPresent(ConnectorName::require);
    requireOneWay();
    Optional<ReadDescription> read =
        description.given() ? Optional.of(description.read(environment)) : Optional.empty();
    ConnectorDraft draft = read.map(this::inferred).orElseGet(this::started);
    if (explain) {
      explain(draft);
      return ExitCode.DONE.number();
    }
    Workplaces workplaces = new Workplaces(environment.terminal(), placement.overrides());
    Optional<Mended> mended = options.writes() ? workplaces.mend(directory) : Optional.empty();
    mended.ifPresent(it -> environment.terminal().note("note:  " + MendedText.of(it)));
    try (Registries open = registries.open(environment, environment.directory(), directory);
        Workplace place = workplaces.find(directory, options.yes || !options.writes())) {
      Item item =
          Item.rendered(draft.definition().name(), draft.files(), origin(read, place.folder()));
      requireOwn(place, item);
      List<Item> items =
          new Resolver(open, place.project().language().id(), place.installed()).resolve(item);
      AddResult result = options.add(environment, place, items, mended);
      show(draft, result);
      return result.exitCode().number();
    }
  }

  private void requireOneWay() {
    if (description.given() && starter.given()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "--base-url, --auth and --resource are for APIs without a description",
          "leave them out, or leave out --from-openapi");
    }
    if (!description.given() && !selection.isEverything()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "there is no description to select from",
          "name it: connector new --from-openapi <file|URL>");
    }
  }

  private Origin.Rendered origin(Optional<ReadDescription> read, Path project) {
    return new Origin.Rendered(
        read.map(it -> description.address(it, project)).orElse(""),
        read.map(ReadDescription::sha256).orElse(""),
        ConnectorDraft.TEMPLATES,
        "");
  }

  private ConnectorDraft started() {
    InferredDefinition begun =
        starter.definition(Optional.ofNullable(name), environment.terminal(), asks()).definition();
    return ConnectorDraft.of(begun, Optional.empty(), "", "");
  }

  private ConnectorDraft inferred(ReadDescription read) {
    Inference inference = new Inference(read.description(), Lexicon.standard());
    InferredDefinition inferred = inference.definition(selection.selection());
    if (selection.isEverything() && asks()) {
      List<String> names = new ArrayList<>();
      inferred.document().path("resources").fieldNames().forEachRemaining(names::add);
      List<String> picked = new ResourcePicker(environment.terminal(), names).pick();
      if (!picked.isEmpty()) {
        inferred = inference.definition(new Selection(picked, List.of(), List.of(), List.of()));
      }
    }
    return ConnectorDraft.of(
        inferred, Optional.ofNullable(name), description.source(read), read.sha256());
  }

  /** What a registry gave is updated from there, and never written over by another connector. */
  private static void requireOwn(Workplace place, Item item) {
    Status.of(place.project().root()).installed().stream()
        .filter(it -> it.name().equals(item.name()))
        .map(it -> it.entry().origin())
        .filter(Origin.Registered.class::isInstance)
        .findFirst()
        .ifPresent(
            origin -> {
              throw new ConnectorException(
                  ConnectorException.Kind.USAGE,
                  item.name() + " is in this project already, from registry " + origin.source(),
                  "give the new one another name: connector new <name> ...");
            });
  }

  private boolean asks() {
    return environment.terminal().interactive()
        && !description.takesInput()
        && !options.yes
        && !explain;
  }

  private void explain(ConnectorDraft draft) {
    if (work.json) {
      environment.terminal().printDocument(Json.print(InferenceDocument.whole(draft.inferred())));
    } else {
      new NewText(environment, draft).explanation();
    }
  }

  private void show(ConnectorDraft draft, AddResult result) {
    if (work.json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document.set("added", new AddDocument(environment, result).build());
      InferenceDocument.open(draft.inferred(), document);
      environment.terminal().printDocument(Json.print(document));
    } else {
      NewText text = new NewText(environment, draft);
      text.resources();
      text.open();
      new AddText(environment, result).print();
    }
  }
}
