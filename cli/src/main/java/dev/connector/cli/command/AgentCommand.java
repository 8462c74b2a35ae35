package dev.connector.cli.command;

import dev.connector.cli.agent.Bounds;
import dev.connector.cli.agent.Outcome;
import dev.connector.cli.agent.Rounds;
import dev.connector.cli.agent.draft.OwnFiles;
import dev.connector.cli.agent.model.Model;
import dev.connector.cli.agent.model.Prices;
import dev.connector.cli.agent.sandbox.Sandbox;
import dev.connector.cli.agent.sandbox.Trial;
import dev.connector.cli.agent.sandbox.Unsandboxed;
import dev.connector.cli.agent.tool.AgentTool;
import dev.connector.cli.agent.transcript.Recording;
import dev.connector.cli.agent.transcript.Transcript;
import dev.connector.cli.command.AgentStart.Ground;
import dev.connector.cli.command.AgentSubject.Change;
import dev.connector.cli.project.Workplace;
import dev.connector.cli.project.Workplaces;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.Resolver;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.ConnectorName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connector agent}: has a model fill in what a description leaves open, or all of it. */
@Command(
    name = "agent",
    description = "Have a model make or change a connector; keep what is proven.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector agent acme --docs https://docs.acme.com/api",
      "  connector agent acme --from-openapi openapi.yaml --docs guides",
      "  connector agent hubspot --task \"add the resource quotes\"",
      "  connector agent acme --docs docs --base-url http://localhost:8080/v1",
      "  connector agent --resume .connectors/agent/acme-20261121-101500.jsonl",
      "",
      "The model is yours: set ANTHROPIC_API_KEY or OPENAI_API_KEY, or name a server",
      "by --base-url. The assistant in your editor needs no key: connector mcp."
    })
final class AgentCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
  @Mixin private AgentOptions agent;
  @Mixin private ModelOptions models;
  @Mixin private DescriptionOptions description;
  @Mixin private SelectionOptions selection;
  @Mixin private RegistryOptions registries;
  @Mixin private PlacementOptions placement;
  @Mixin private AddOptions options;

  @Parameters(
      arity = "0..1",
      paramLabel = "<name>",
      description = "The connector: a new name, or one of this project.")
  private String name;

  AgentCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    requireSense();
    Bounds bounds = agent.replays() ? Bounds.none() : models.bounds();
    Recording earlier = agent.earlier(environment.directory());
    Model model = agent.model(environment, models);
    Sandbox sandbox = agent.unsandboxed ? new Unsandboxed() : Sandbox.require(environment);
    Optional<Prices> prices = Prices.of(environment);
    Optional<Mended> mended =
        options.writes() ? MendedText.mend(environment, directory) : Optional.empty();
    AgentView view = new AgentView(environment, work.json);
    Instant begun = environment.clock().instant();
    boolean asks = !options.yes && options.writes();
    try (Registries open = registries.open(environment, environment.directory(), directory);
        Workplace place =
            new Workplaces(environment.terminal(), placement.overrides()).find(directory, !asks)) {
      requireSomething(place);
      Optional<AgentBeginning> before =
          agent.repeats() ? Optional.of(AgentBeginning.read(earlier.begin())) : Optional.empty();
      try (AgentMaterial material = material(before, view)) {
        AgentStart start = start(before, new Ground(environment, place, view));
        AgentBeginning beginning = start.beginning();
        AgentSecrets secrets = new AgentSecrets(environment, place.folder(), beginning.name());
        Transcript transcript =
            Transcript.begin(
                agent.transcript(environment, place.folder(), beginning.name(), begun),
                secrets.redaction(),
                earlier,
                beginning.line().put("model", model.name()).put("at", begun.toString()));
        List<AgentTool> tools =
            material.tools(open.home(), OwnFiles.of(beginning.name()), transcript);
        agent.probe().map(secrets::sample).ifPresent(tools::add);
        Rounds rounds = new Rounds(model, bounds, transcript, view::words, environment.clock());
        Outcome outcome =
            new AgentRun(
                    start,
                    material,
                    open.home().lessons(),
                    tools,
                    new Trial(sandbox, environment),
                    transcript)
                .outcome(
                    rounds,
                    view,
                    "connector agent --resume "
                        + NextSteps.quoted(transcript.file().toString())
                        + models.typed());
        Duration took = Duration.between(begun, environment.clock().instant());
        AgentEnd end = AgentEnd.of(outcome, transcript, took, prices);
        transcript.ended(end.document());
        if (outcome.failure().isPresent()) {
          throw view.failed(end, agent.kept(environment, outcome.draft()));
        }
        return keep(open, place, start.subject().change(outcome.draft()), mended, view, end);
      }
    }
  }

  private AgentStart start(Optional<AgentBeginning> before, Ground ground) {
    if (before.isPresent()) {
      return AgentStart.again(before.get(), Optional.ofNullable(name), ground);
    }
    if (ground.has(name)) {
      requireNoDescription();
      return AgentStart.existing(name, agent, ground);
    }
    return AgentStart.fresh(name, agent, description, selection, ground);
  }

  private AgentMaterial material(Optional<AgentBeginning> before, AgentView view) {
    List<String> docs = before.map(AgentBeginning::docs).orElse(agent.docs);
    return agent.replays()
        ? AgentMaterial.remembered(docs)
        : AgentMaterial.read(docs, description.reading().privateNetworks(), environment, view);
  }

  /** What a model says of an API from memory can be held against nothing. */
  private void requireSomething(Workplace place) {
    boolean known = agent.repeats() || place.installed().containsKey(name);
    if (!known && agent.docs.isEmpty() && !description.given()) {
      throw usage(
          "there is nothing to make " + name + " of",
          "name its documentation or its description: connector agent "
              + name
              + " --docs <URL|file|folder> --from-openapi <file|URL>");
    }
    if (known && agent.docs.isEmpty() && agent.task().isBlank() && !agent.repeats()) {
      throw usage(
          name + " is in this project already, and nothing is said of what to change",
          "say it: connector agent " + name + " --task \"...\"");
    }
  }

  private int keep(
      Registries open,
      Workplace place,
      Change change,
      Optional<Mended> mended,
      AgentView view,
      AgentEnd end) {
    List<Item> items =
        change.purpose() == Purpose.EDIT
            ? List.of(change.item())
            : new Resolver(open, place.project().language().id(), place.installed())
                .resolve(change.item(), open.home());
    Additions wanted = new Additions(items, change.purpose(), Optional.of(change.edited()), mended);
    AddResult preview = options.preview(environment, place, wanted);
    if (!options.writes() || preview.plan().isEmpty()) {
      return view.ended(end, preview);
    }
    return options.yes || view.consents(end, preview)
        ? view.ended(end, options.add(environment, place, wanted))
        : view.declined(end);
  }

  private void requireSense() {
    Optional.ofNullable(name).ifPresent(ConnectorName::require);
    if (agent.repeats() && (description.given() || !agent.docs.isEmpty() || agent.task != null)) {
      throw usage(
          "a transcript says itself what the run began with",
          "leave out --docs, --from-openapi and --task");
    }
    if (!agent.repeats() && name == null) {
      throw usage("no connector is named", "name it: connector agent <name> --docs <URL>");
    }
    if (options.writes() && !options.yes && !environment.terminal().interactive()) {
      throw usage(
          "nobody is there to agree to what would be written",
          "add --yes to have it written if it is accepted, or --dry-run to see it");
    }
  }

  private void requireNoDescription() {
    if (description.given() || !selection.isEverything()) {
      throw usage(
          name + " is in this project already, and is changed as it stands",
          "leave out --from-openapi and say what is wanted with --task; what is new in its"
              + " description comes by connector update "
              + name);
    }
  }

  private static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}
