package dev.connector.spec.rules;

import static dev.connector.spec.rules.Samples.AT;
import static dev.connector.spec.rules.Samples.ENGINE;
import static dev.connector.spec.rules.Samples.broken;
import static dev.connector.spec.rules.Samples.kept;
import static dev.connector.spec.rules.Samples.notApplicable;
import static dev.connector.spec.rules.Samples.notChecked;
import static dev.connector.spec.rules.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void bothKindsOfAgreementAreCountedApart() {
    Report report = Samples.mixed();
    assertThat(report.figures(Agreement.DEFINITION)).hasToString("1 / 3, not checked: 0");
    assertThat(report.figures(Agreement.EVIDENCE)).hasToString("1 / 2, not checked: 1");
  }

  @Test
  void checkingLessNeverRaisesAFigure() {
    assertThat(report(kept("REQ-1"), broken("REQ-2")).figures(Agreement.DEFINITION))
        .isEqualTo(new Figures(1, 2, 0));
    assertThat(report(kept("REQ-1"), notChecked("REQ-2")).figures(Agreement.DEFINITION))
        .isEqualTo(new Figures(1, 2, 1));
    assertThat(report(kept("REQ-1"), notApplicable("REQ-2")).figures(Agreement.DEFINITION))
        .isEqualTo(new Figures(1, 1, 0));
  }

  @Test
  void aBrokenMustRuleFails() {
    assertThat(report(kept("REQ-1"), broken("REQ-2")).verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(report(kept("REQ-1"), broken("TRUTH-1")).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aBrokenShouldRuleIsReportedAndFailsNothing() {
    Report report = report(kept("REQ-1"), broken("DATA-5"));
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.broken()).extracting(it -> it.rule().id()).containsExactly("DATA-5");
  }

  @Test
  void aRunThatCheckedNothingHasFailed() {
    assertThat(report().verdict()).isEqualTo(Verdict.NOTHING_CHECKED);
    assertThat(Samples.unchecked().verdict()).isEqualTo(Verdict.NOTHING_CHECKED);
    assertThat(report(notApplicable("HOOK-1")).verdict()).isEqualTo(Verdict.NOTHING_CHECKED);
  }

  @Test
  void aRuleNobodyCheckedIsReportedAllTheSame() {
    Rules rules = Rules.load();
    Report report =
        Report.on(
            List.of(rules.rule("REQ-1"), rules.rule("REQ-2")), ENGINE, AT, List.of(kept("REQ-2")));
    assertThat(report.findings())
        .extracting(it -> it.rule().id() + " " + it.outcome().word())
        .containsExactly("REQ-1 not checked", "REQ-2 kept");
  }

  @Test
  void findingsAreAboutTheRulesInQuestionAndOneEach() {
    Rules rules = Rules.load();
    assertThatThrownBy(
            () -> Report.on(List.of(rules.rule("REQ-1")), ENGINE, AT, List.of(kept("REQ-2"))))
        .hasMessage("a finding about a rule that is not in question");
    assertThatThrownBy(() -> report(kept("REQ-1"), broken("REQ-1")))
        .hasMessage("two findings about REQ-1");
  }

  @Test
  void noOutcomeIsSilentAboutWhatItRestsOn() {
    assertThatThrownBy(() -> new Outcome.Kept(" ")).hasMessage("an outcome says what was seen");
    assertThatThrownBy(() -> new Outcome.NotChecked("")).hasMessageContaining("not checked");
    assertThatThrownBy(() -> new Outcome.NotApplicable("")).hasMessageContaining("not apply");
    assertThatThrownBy(() -> new Outcome.Broken("4 attempts", "", List.of()))
        .hasMessage("an outcome says what came instead");
  }

  @Test
  void figuresThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Figures(2, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Figures(-1, 2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
