package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.project.ConnectorPlaces;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.spec.conformance.statics.ConnectorFiles;
import dev.connector.spec.conformance.statics.StaticChecks;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.ReportJson;
import dev.connector.spec.rules.ReportTable;
import dev.connector.spec.rules.Rules;
import dev.connector.spec.rules.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connector validate}: holds definitions and files to the rules; reads only, no network. */
@Command(
    name = "validate",
    description = "Check a connector's definition and files by the rules; no network.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector validate                      all connectors of this project",
      "  connector validate hubspot              one of them",
      "  connector validate our/billing          a connector's folder, or its connector.json",
      "  connector validate --junit report.xml   for a CI system"
    })
final class ValidateCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  @Parameters(
      arity = "0..*",
      paramLabel = "<connector>",
      description = "Names in this project, folders or files; all of the project if none.")
  private List<String> words = List.of();

  @Mixin private JUnitOption junit;

  ValidateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    StaticChecks checks = new StaticChecks(Rules.load(), environment.clock());
    List<Report> reports = new ArrayList<>();
    Map<String, List<String>> notes = new LinkedHashMap<>();
    List<ConnectorPlace> places = new ConnectorPlaces(work.directory(environment)).meant(words);
    for (ConnectorPlace place : places) {
      ConnectorFiles files = place.files();
      Report report = checks.report(place.title(), files);
      reports.add(report);
      notes.put(report.subject().toString(), new NotExecuted(place, files).lines());
    }
    junit.write(work.directory(environment), reports);
    show(reports, notes);
    boolean passed = reports.stream().allMatch(it -> it.verdict() == Verdict.PASSED);
    return (passed ? ExitCode.DONE : ExitCode.FAILED).number();
  }

  private void show(List<Report> reports, Map<String, List<String>> notes) {
    Terminal terminal = environment.terminal();
    if (work.json) {
      notes.forEach(
          (subject, lines) ->
              lines.forEach(line -> terminal.note("note:  " + Text.visible(subject + " " + line))));
      terminal.printDocument(Json.print(ReportJson.of(reports)));
      return;
    }
    ReportTable.of(reports).lines().forEach(terminal::print);
    boolean several = reports.size() > 1;
    notes.forEach(
        (subject, lines) ->
            terminal.section("Without effect yet" + (several ? " in " + subject : ""), lines));
  }
}
