package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorEnvironment;
import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.contribute.Contribution;
import dev.connector.registry.contribute.Gate;
import dev.connector.registry.contribute.Gates;
import dev.connector.registry.contribute.PullRequestBody;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Setting;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import dev.connector.spec.rules.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is checked before a contribution is sent: its files, the definition as it would be in
 * the registry, and the code as it is in the project.
 *
 * @param reports how definition and code do by the rules, as far as they could be run
 */
record ContributionChecks(String version, List<Gate> gates, List<Report> reports) {

  private static final String DEFINITION = "definition keeps the rules";
  private static final String CODE = "code keeps the rules and passes its tests";

  ContributionChecks {
    gates = List.copyOf(gates);
    reports = List.copyOf(reports);
  }

  /** Checks; the longest part is the project's own build. */
  static ContributionChecks run(
      Environment environment,
      ConnectorPlace.InProject place,
      Contribution contribution,
      Optional<String> command) {
    Path folder = place.project();
    Map<String, String> secrets = secrets(place, environment);
    List<Gate> gates = new ArrayList<>(Gates.of(contribution, place.entry(), secrets));
    List<Report> reports = new ArrayList<>();
    if (contribution.changes().isEmpty()) { // a lesson alone: the connector stays as it is
      return new ContributionChecks(place.entry().version(), gates, reports);
    }
    List<Rule> rules = new RuleChoice(Rules.load()).of(List.of());
    try (SentFiles sent = SentFiles.write(contribution.files())) {
      ConnectorPlace.InFolder written =
          new ConnectorPlace.InFolder(contribution.name(), sent.definition());
      ConnectorFolder definition = written.read();
      Report engine = new TestRun(environment, written, definition, rules).engine();
      reports.add(engine);
      gates.add(gate(DEFINITION, engine, place.title()));
    } catch (ConnectorException invalid) {
      gates.add(failed(DEFINITION, invalid));
      return new ContributionChecks(place.entry().version(), gates, reports);
    }
    try {
      ConnectorFolder own = place.read();
      try (TestedCode code = code(environment, place, own.definition(), command, folder)) {
        Report report = new TestRun(environment, place, own, rules).code(code);
        reports.add(report);
        gates.add(gate(CODE, report, place.title()));
      }
    } catch (ConnectorException unusable) {
      gates.add(failed(CODE, unusable));
    }
    return new ContributionChecks(reports.get(0).subject().version(), gates, reports);
  }

  private static TestedCode code(
      Environment environment,
      ConnectorPlace place,
      Definition definition,
      Optional<String> command,
      Path folder) {
    return command
        .map(line -> TestedCode.command(line, folder, definition))
        .orElseGet(() -> TestedCode.inProject(place, definition, environment.terminal()));
  }

  private static Gate gate(String title, Report report, String name) {
    List<String> problems = new ArrayList<>();
    if (report.verdict() == Verdict.NOTHING_CHECKED) {
      problems.add("nothing was checked");
    }
    for (Finding finding : report.findings()) {
      if (finding.fails()) {
        problems.add(
            finding.rule().id()
                + " "
                + finding.rule().title()
                + ": "
                + finding.outcome().explanation());
      }
    }
    return new Gate(title, problems, "see all of it: connector test " + name + " --verbose");
  }

  private static Gate failed(String title, ConnectorException failure) {
    return new Gate(title, List.of(failure.getMessage()), failure.hint());
  }

  /** The user's own secrets for it, which must not be in what is sent. */
  private static Map<String, String> secrets(ConnectorPlace.InProject place, Environment user) {
    Map<String, String> secrets = new TreeMap<>();
    try {
      Definition definition = place.read().definition();
      Map<String, String> set =
          ConnectorEnvironment.set(definition, place.project(), user.variables()).variables();
      for (Map.Entry<String, Setting> setting : definition.settings().entrySet()) {
        String variable = definition.variable(setting.getKey());
        if (setting.getValue().secret() && set.containsKey(variable)) {
          secrets.put(variable, set.get(variable));
        }
      }
      return secrets;
    } catch (ConnectorException invalid) {
      return secrets; // that the definition is invalid is told by another check, and ends it
    }
  }

  boolean passed() {
    return gates.stream().allMatch(Gate::passed);
  }

  /** What the pull request says. */
  String body(Contribution contribution) {
    return PullRequestBody.of(contribution, version, Rules.load().chapters(), reports);
  }
}
