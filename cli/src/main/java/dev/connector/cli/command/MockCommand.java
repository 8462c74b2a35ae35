package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.Watcher;
import dev.connector.spec.conformance.mock.fault.FaultRule;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connector mock}: serves the API of a definition on loopback until it is stopped. */
@Command(
    name = "mock",
    description = "Serve the API of a definition on this machine, to try against.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector mock hubspot                            what it prints is to be pasted",
      "  connector mock hubspot --fault status=503:2       the first two requests fail",
      "  connector mock hubspot --fault hang=5@deals.list  one operation is slow",
      "",
      "Faults: status, tooMany, badGateway, unavailable, declaredError, malformed,",
      "hang, drip, disconnect, reset, truncated, emptyPage, repeatedCursor,",
      "repeatedPage, wrongType, missingField, missingKey."
    })
final class MockCommand implements Callable<Integer> {

  private static final String SET = File.separatorChar == '\\' ? "set " : "export ";
  private static final int LAST_PORT = 65_535;

  private final Environment environment;

  @Mixin private PlaceOptions place;

  @Parameters(
      paramLabel = "<connector>",
      description = "A name in this project, a folder, or a connector.json.")
  private String word;

  @Option(
      names = "--port",
      paramLabel = "<port>",
      description = "Where to listen; any free one unless said.")
  private int port;

  @Option(
      names = "--records",
      paramLabel = "<n>",
      description = "Records of each resource; 25 unless said.")
  private int records = MockOptions.standard().records();

  @Option(
      names = "--page-size",
      paramLabel = "<n>",
      description = "The most records a page has; 10 unless said.")
  private int pageSize = MockOptions.standard().pageSize();

  @Option(names = "--seed", paramLabel = "<n>", description = "Other records for another seed.")
  private long seed = MockOptions.standard().seed();

  @Option(
      names = "--fault",
      paramLabel = "<fault>",
      description = "Fail: <name>[=<n>][:<times>][@<operation>].")
  private List<String> faults = List.of();

  @Option(names = "--quiet", description = "Do not tell of each request.")
  private boolean quiet;

  MockCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ConnectorFolder connector = new ConnectorPlaces(place.directory(environment)).find(word).read();
    List<FaultRule> rules =
        faults.stream().map(it -> FaultOption.parse(it, connector.definition())).toList();
    try (MockApi api = start(connector);
        Interruption interruption = Interruption.listen(environment.terminal())) {
      rules.forEach(api::fail);
      introduce(api, connector.definition().title());
      interruption.await();
      environment.terminal().note("stopped");
    }
    return ExitCode.INTERRUPTED.number();
  }

  private MockApi start(ConnectorFolder connector) {
    if (port < 0 || port > LAST_PORT || records < 1 || pageSize < 1) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "a port is at most " + LAST_PORT + ", and there is at least one record, also in a page",
          "see connector mock --help");
    }
    MockOptions options = new MockOptions(seed, records, pageSize);
    Watcher watcher = quiet ? (request, reply) -> {} : new RequestLog(environment);
    try {
      return MockApi.start(connector.definition(), connector.schemas(), options, port, watcher);
    } catch (UncheckedIOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "port " + port + " is in use or not to be had",
          "name another one, or leave --port out to take any that is free",
          e);
    } catch (IllegalArgumentException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "this API cannot be served: " + e.getMessage(),
          "see what is not executed yet: connector validate " + word,
          e);
    }
  }

  /** Lines that a shell takes as they are. */
  private void introduce(MockApi api, String title) {
    Terminal terminal = environment.terminal();
    terminal.print(
        terminal.styled(Style.FAINT, "# " + title + " at " + api.baseUrl() + ", until Ctrl-C"));
    terminal.print(terminal.styled(Style.FAINT, "# in another terminal:"));
    api.environment()
        .forEach((name, value) -> terminal.print(SET + name + "=" + NextSteps.quoted(value)));
    terminal.flushOutput();
  }
}
