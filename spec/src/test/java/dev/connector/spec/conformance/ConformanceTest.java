package dev.connector.spec.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is about every request, whatever it reads. */
class ConformanceTest {

  private static final Set<String> CHAPTERS =
      Set.of("LIFE", "REQ", "RETRY", "BREAK", "RATE", "ERR", "OBS");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../registry/connectors/frankfurter",
        "../registry/connectors/hubspot",
        "src/test/resources/connectors/acme",
        "src/test/resources/connectors/families"
      })
  void theEngineKeepsTheRulesAboutEveryRequest(String path) {
    ConnectorFolder folder = ConnectorFolder.read(Path.of(path));
    Report report =
        new Conformance(Checks.all(), 8, Duration.ofSeconds(60))
            .run(folder, Subject.engine(folder), ours());

    assertThat(report.broken()).isEmpty();
    assertThat(report.findings())
        .noneMatch(it -> it.outcome() instanceof Outcome.NotChecked, "was not checked");
  }

  @Test
  void everyRuleAboutEveryRequestHasOneCheck() {
    List<String> rules = ours().stream().map(Rule::id).toList();

    assertThat(rules).hasSize(27);
    assertThat(Checks.all().stream().map(Check::rule).filter(rules::contains))
        .containsExactlyElementsOf(rules);
  }

  private static List<Rule> ours() {
    return Rules.load()
        .where(it -> CHAPTERS.contains(it.chapter()) && it.check() == CheckKind.BEHAVIOUR);
  }
}
