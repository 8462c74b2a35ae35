package dev.connector.spec.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rules;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceTest {

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void theEngineKeepsEveryRuleThatIsChecked(String name) {
    ConnectorFolder folder = ConnectorFolder.read(Path.of("..", "registry", "connectors", name));
    var checks = Checks.all();
    var rules =
        Rules.load().where(it -> checks.stream().anyMatch(check -> check.rule().equals(it.id())));

    Report report =
        new Conformance(checks, 4, Duration.ofSeconds(20))
            .run(folder, Subject.engine(folder), rules);

    assertThat(report.broken()).isEmpty();
    assertThat(report.findings()).allMatch(it -> it.outcome().checked(), "was checked");
    assertThat(report.findings()).extracting(Finding::rule).containsExactlyElementsOf(rules);
  }
}
