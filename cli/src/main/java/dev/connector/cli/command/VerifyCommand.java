package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorEnvironment;
import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.cli.run.Selection;
import dev.connector.cli.terminal.Environment;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.conformance.live.Bounds;
import dev.connector.spec.conformance.live.Verification;
import dev.connector.spec.conformance.live.Verified;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code connector verify}: holds a definition against the real API, with the user's credentials.
 */
@Command(
    name = "verify",
    description = "Check a definition against the real API, reading only.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector verify hubspot                     everything it claims",
      "  connector verify hubspot contacts deals      these resources",
      "  connector verify our/billing --limit 10      with few requests",
      "",
      "Nothing but operations marked safe is ever sent, unless --allow-writes says so.",
      "A step that fails is told with the request, the answer, why that is a failure,",
      "and what to change.",
      "Credentials come from the environment and, below it, from the file .env."
    })
final class VerifyCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;
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
      description = "What to look at; everything if none is named.")
  private List<String> resources = List.of();

  @Option(
      names = "--argument",
      paramLabel = "<name=value>",
      description = "What a resource needs to be told; again for a list.")
  private List<String> arguments = List.of();

  @Option(
      names = "--limit",
      paramLabel = "<n>",
      description = "Send at most this many requests for each resource; 40 unless said.")
  private int limit = Bounds.standard().requests();

  @Option(
      names = "--time",
      paramLabel = "<seconds>",
      description = "Take at most this long; 600 unless said.")
  private int seconds = (int) Verification.Scope.all().most().toSeconds();

  @Mixin private JUnitOption junit;

  @Mixin private WriteOptions writes;

  VerifyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (limit < 1 || seconds < 1) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "--limit and --time are positive numbers",
          "leave them out for 40 requests each and ten minutes");
    }
    ConnectorFolder connector = new ConnectorPlaces(work.directory(environment)).find(word).read();
    Definition definition = connector.definition();
    ConnectorEnvironment variables =
        network.environment(definition, work.directory(environment), environment, word);
    Verification verification =
        new Verification(connector, variables.variables(), scope(definition));
    VerifyText text = new VerifyText(environment.terminal(), work.json);
    try (Interruption interruption = Interruption.listen(environment.terminal())) {
      Verified verified = verification.run(interruption.cancellation(), text::progress);
      junit.write(work.directory(environment), List.of(verified.report()));
      text.show(verified);
      return (interruption.cancellation().cancelled()
              ? ExitCode.INTERRUPTED
              : VerifyText.exitCode(verified))
          .number();
    } catch (ApiException failure) {
      throw new ApiFailure(definition, failure).told();
    }
  }

  private Verification.Scope scope(Definition definition) {
    Selection.requireKnown(resources, definition);
    return new Verification.Scope(
        new LinkedHashSet<>(resources),
        Selection.arguments(arguments),
        Bounds.standard().requests(limit),
        Duration.ofSeconds(seconds),
        writes.writing(work.directory(environment), environment.terminal(), definition.title()));
  }
}
