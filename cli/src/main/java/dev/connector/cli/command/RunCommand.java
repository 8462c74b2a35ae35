package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorEnvironment;
import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.cli.run.EventLog;
import dev.connector.cli.run.Reading;
import dev.connector.cli.run.Selection;
import dev.connector.cli.run.StateFile;
import dev.connector.cli.terminal.Environment;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector run}: runs a definition as it stands, and prints the event log. */
@Command(
    name = "run",
    description = "Read an API by its definition, as JSON lines.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector run hubspot contacts --limit 10     try it",
      "  connector run hubspot --state hubspot.json    all of it; what changed, next time",
      "  connector run our/billing | jq .              a definition in a folder",
      "",
      "Settings come from the environment and, below it, from the file .env.",
      "The lines are described in SPEC.md, \"The event log\". If one resource fails,",
      "the others are still read, and the exit code tells."
    })
final class RunCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private PlaceOptions place;
  @Mixin private NetworkOptions network;

  @Parameters(
      index = "0",
      paramLabel = "<connector>",
      description = "A name in this project, a folder, or a connector.json.")
  private String word;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "<resource>",
      description = "What to read; all that needs no arguments if none is named.")
  private List<String> resources = List.of();

  @Option(
      names = "--limit",
      paramLabel = "<n>",
      description = "Read at most this many records of each resource.")
  private Long limit;

  @Option(
      names = "--state",
      paramLabel = "<file>",
      description = "Go on from this file's checkpoints, and keep new ones in it.")
  private String state;

  @Option(
      names = "--since",
      paramLabel = "<cursor>",
      description = "Where to begin without a checkpoint, such as 2026-01-01T00:00:00Z.")
  private String since;

  @Option(names = "--canonical", description = "Print the canonical form of each record, too.")
  private boolean canonical;

  @Option(
      names = "--argument",
      paramLabel = "<name=value>",
      description = "What a resource needs to be told; again for a list.")
  private List<String> arguments = List.of();

  RunCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ConnectorPlace found = new ConnectorPlaces(place.directory(environment)).find(word);
    ConnectorFolder connector = found.read();
    Definition definition = connector.definition();
    ConnectorEnvironment variables =
        network.environment(definition, place.directory(environment), environment, word);
    try (Engine engine = new Engine(definition, connector.schemas(), variables.variables())) {
      return read(engine, definition);
    } catch (ApiException failure) {
      throw new ApiFailure(definition, failure).told();
    }
  }

  private int read(Engine engine, Definition definition) {
    Description description = engine.describe();
    Selection selection = Selection.of(definition, description, resources, arguments);
    requireSense(selection);
    Optional<StateFile> file =
        Optional.ofNullable(state)
            .map(it -> StateFile.open(place.directory(environment).resolve(it), definition.name()));
    RunNotes notes = new RunNotes(environment, definition);
    notes.leftOut(selection);
    try (Interruption interruption = Interruption.listen(environment.terminal())) {
      Cancellation cancellation = interruption.cancellation();
      Reading reading =
          new Reading(
              engine,
              new EventLog(environment.terminal(), file, cancellation, notes.progress()),
              cancellation);
      List<Reading.Result> results =
          reading.read(selection.resources(), it -> request(it, definition, selection, file));
      if (reading.unread()) {
        return ExitCode.DONE.number(); // the output tells why it was not taken
      }
      return notes.summary(results).number();
    }
  }

  private ReadRequest request(
      Description.Resource resource,
      Definition definition,
      Selection selection,
      Optional<StateFile> file) {
    ReadRequest request = ReadRequest.of(resource.name());
    if (limit != null) {
      request = request.limit(limit);
    }
    if (canonical) {
      request = request.withCanonical();
    }
    if (resource.incremental() && since != null) {
      request = request.since(since);
    }
    for (var argument : selection.argumentsOf(definition, resource.name()).entrySet()) {
      request = request.argument(argument.getKey(), argument.getValue());
    }
    return file.flatMap(it -> it.of(resource.name())).map(request::state).orElse(request);
  }

  private void requireSense(Selection selection) {
    if (limit != null && limit < 1) {
      throw usage("--limit is a positive number", "leave it out to read everything");
    }
    boolean incremental = selection.resources().stream().anyMatch(it -> it.incremental());
    if (since != null && !incremental) {
      throw usage("nothing that is read has a cursor to begin at", "leave out --since");
    }
    if (selection.resources().isEmpty()) {
      throw usage("nothing can be read without arguments", "name a resource and its arguments");
    }
  }

  private static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}
