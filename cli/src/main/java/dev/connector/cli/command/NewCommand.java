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
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.registry.workspace.change.ProjectTree;
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

  private Selection chosen = Selection.everything();

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
    Optional<Mended> mended =
        options.writes() ? MendedText.mend(environment, directory) : Optional.empty();
    try (Registries open = registries.open(environment, environment.directory(), directory);
        Workplace place = workplaces.find(directory, options.yes || !options.writes())) {
      Optional<Lock.Entry> earlier = earlier(place, draft.definition().name());
      Item item = item(draft, earlier, read, place);
      List<Item> items =
          new Resolver(open, place.project().language().id(), place.installed())
              .resolve(item, open.home());
      // What was made here before is brought forward, and keeps the user's edits.
      Purpose purpose = earlier.isPresent() ? Purpose.UPDATE : Purpose.ADD;
      AddResult result = options.add(environment, place, Additions.of(items, purpose, mended));
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
        Origins.kept(chosen),
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
    chosen = selection.selection();
    InferredDefinition inferred = inference.definition(chosen);
    if (selection.isEverything() && asks()) {
      List<String> names = new ArrayList<>();
      inferred.document().path("resources").fieldNames().forEachRemaining(names::add);
      List<String> picked = new ResourcePicker(environment.terminal(), names).pick();
      if (!picked.isEmpty()) {
        chosen = new Selection(picked, List.of(), List.of(), List.of());
        inferred = inference.definition(chosen);
      }
    }
    return ConnectorDraft.of(
        inferred, Optional.ofNullable(name), description.source(read), read.sha256());
  }

  private Item item(
      ConnectorDraft draft,
      Optional<Lock.Entry> earlier,
      Optional<ReadDescription> read,
      Workplace place) {
    String known = draft.definition().name();
    Origin.Rendered origin = origin(read, place.folder());
    if (earlier.isEmpty()) {
      return Item.rendered(known, draft.files(), origin);
    }
    ProjectTree tree = ProjectTree.at(place.project().root());
    return new Rerendering(tree, known, earlier.get())
        .of(draft.inferred(), read.map(description::source).orElse(""), origin);
  }

  /**
   * The one of that name that was made here before. What a registry gave is updated from there, and
   * never written over by another connector.
   */
  private static Optional<Lock.Entry> earlier(Workplace place, String known) {
    Optional<Lock.Entry> earlier =
        Optional.ofNullable(
            Lock.read(ProjectTree.at(place.project().root())).connectors().get(known));
    earlier
        .map(Lock.Entry::origin)
        .filter(Origin.Registered.class::isInstance)
        .ifPresent(
            origin -> {
              throw new ConnectorException(
                  ConnectorException.Kind.USAGE,
                  known + " is in this project already, from registry " + origin.source(),
                  "give the new one another name: connector new <name> ...");
            });
    return earlier;
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
