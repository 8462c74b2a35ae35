package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Text;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.ReportJson;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import dev.connector.spec.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code connector test}: holds connectors to the rules, by what they do in front of a mock API.
 */
@Command(
    name = "test",
    description = "Hold a connector to the rules, before an API that fails on demand.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector test hubspot                     its definition, and its code",
      "  connector test hubspot --engine            the definition alone, in seconds",
      "  connector test hubspot --rule RETRY -v     some rules, with all that was seen",
      "  connector test our/billing --command 'python -m billing'   any language",
      "",
      "No account and no network are needed: a mock API is made from the definition."
    })
final class TestCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  @Parameters(
      arity = "0..*",
      paramLabel = "<connector>",
      description = "Names in this project, folders or files; all of the project if none.")
  private List<String> words = List.of();

  @Option(
      names = "--rule",
      split = ",",
      paramLabel = "<rule>",
      description = "Only these rules or chapters: RETRY-2,PAGE.")
  private List<String> asked = List.of();

  @Option(names = "--engine", description = "Only the definition, which the engine runs.")
  private boolean engine;

  @Option(names = "--code", description = "Only the code, built by the project's own build.")
  private boolean code;

  @Option(
      names = "--command",
      paramLabel = "<program>",
      description = "The code's program, in any language; it answers the process protocol.")
  private String command;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show all that was seen, of what is kept, too.")
  private boolean verbose;

  @Mixin private JUnitOption junit;

  TestCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<Rule> rules = new RuleChoice(Rules.load()).of(asked);
    List<ConnectorPlace> places = new ConnectorPlaces(work.directory(environment)).meant(words);
    requireSense(places.size());
    List<Report> all = new ArrayList<>();
    for (ConnectorPlace place : places) {
      List<Report> reports = reports(place, rules);
      if (!work.json) {
        new TestText(environment.terminal(), verbose).print(reports, place.title());
      }
      all.addAll(reports);
    }
    junit.write(work.directory(environment), all);
    if (work.json) {
      environment.terminal().printDocument(Json.print(ReportJson.of(all)));
    }
    boolean passed = all.stream().allMatch(it -> it.verdict() == Verdict.PASSED);
    return (passed ? ExitCode.DONE : ExitCode.FAILED).number();
  }

  private List<Report> reports(ConnectorPlace place, List<Rule> rules) {
    ConnectorFolder folder = place.read();
    TestRun run = new TestRun(environment, place, folder, rules);
    List<Report> reports = new ArrayList<>();
    Optional<TestedCode> built = built(place, folder.definition());
    try {
      if (engine || !code) {
        reports.add(run.engine());
      }
      built.map(run::code).ifPresent(reports::add);
      return reports;
    } finally {
      built.ifPresent(TestedCode::close);
    }
  }

  private Optional<TestedCode> built(ConnectorPlace place, Definition definition) {
    if (command != null) {
      return Optional.of(TestedCode.command(command, work.directory(environment), definition));
    }
    if (engine && !code) {
      return Optional.empty();
    }
    try {
      return Optional.of(TestedCode.inProject(place, definition, environment.terminal()));
    } catch (ConnectorException none) {
      if (code || none.kind() != ConnectorException.Kind.USAGE) {
        throw none;
      }
      environment.terminal().note("note:  " + Text.visible(none.getMessage()));
      environment
          .terminal()
          .note(
              "note:  the definition alone is tested; to test code, " + Text.visible(none.hint()));
      return Optional.empty();
    }
  }

  private void requireSense(int places) {
    if (command != null && engine && !code) {
      throw usage("--engine tests no code, and --command names some", "leave one of them out");
    }
    if (command != null && places > 1) {
      throw usage("--command is the program of one connector", "name the connector");
    }
  }

  private static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}
