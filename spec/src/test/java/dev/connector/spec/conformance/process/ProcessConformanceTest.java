package dev.connector.spec.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Conformance;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Identity;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A connector keeps the same rules in a process of its own. */
class ProcessConformanceTest {

  private static final Set<String> CHAPTERS =
      Set.of("AUTH", "PAGE", "INC", "DATA", "HOOK", "TRUTH", "PKG");

  @Test
  void theRulesAboutReadingAreKept() {
    String path = "src/test/resources/connectors/changing";
    ConnectorFolder folder = ConnectorFolder.read(Path.of(path));
    Subject process =
        new Subject(
            new Identity(folder.definition().name(), folder.definition().version(), "process"),
            environment ->
                ProcessConnector.start(
                    ReplayingProcess.command(EngineProcess.class, environment, path)));
    List<Check> checks = Checks.all();
    List<Rule> rules =
        Rules.load()
            .where(
                it ->
                    CHAPTERS.contains(it.chapter())
                        && checks.stream().anyMatch(check -> check.rule().equals(it.id())));

    Report report = new Conformance(checks, 4, Duration.ofMinutes(5)).run(folder, process, rules);

    assertThat(report.broken()).isEmpty();
    assertThat(report.findings()).noneMatch(it -> it.outcome() instanceof Outcome.NotChecked);
  }
}
