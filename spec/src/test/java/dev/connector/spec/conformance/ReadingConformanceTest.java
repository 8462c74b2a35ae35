package dev.connector.spec.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Finding;
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

/** What is about reading, on definitions that together have everything a definition can say. */
class ReadingConformanceTest {

  private static final Set<String> CHAPTERS =
      Set.of("AUTH", "PAGE", "INC", "DATA", "HOOK", "TRUTH", "PKG");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../registry/connectors/frankfurter",
        "../registry/connectors/hubspot",
        "src/test/resources/connectors/changing",
        "src/test/resources/connectors/doors",
        "src/test/resources/connectors/families",
        "src/test/resources/connectors/optional",
        "src/test/resources/connectors/paging"
      })
  void theEngineKeepsTheRulesAboutReading(String path) {
    ConnectorFolder folder = ConnectorFolder.read(Path.of(path));

    Report report =
        new Conformance(Checks.all(), 8, Duration.ofMinutes(2))
            .run(folder, Subject.engine(folder), rules());

    if (Boolean.getBoolean("findings.shown")) {
      report.findings().forEach(ReadingConformanceTest::show);
    }
    assertThat(report.broken()).isEmpty();
    assertThat(report.findings())
        .noneMatch(it -> it.outcome() instanceof Outcome.NotChecked, "was not checked");
  }

  @Test
  void everyRuleAboutReadingHasOneCheck() {
    List<String> checked =
        Checks.all().stream()
            .map(Check::rule)
            .filter(it -> CHAPTERS.contains(it.substring(0, it.indexOf('-'))))
            .toList();

    assertThat(checked).containsExactlyElementsOf(rules().stream().map(Rule::id).toList());
  }

  private static List<Rule> rules() {
    return Rules.load()
        .where(it -> CHAPTERS.contains(it.chapter()) && it.check() == CheckKind.BEHAVIOUR);
  }

  private static void show(Finding finding) {
    System.err.printf(
        "%5d ms %s %s: %s%n",
        finding.took().toMillis(),
        finding.rule().id(),
        finding.outcome().word(),
        finding.outcome().explanation());
  }
}
