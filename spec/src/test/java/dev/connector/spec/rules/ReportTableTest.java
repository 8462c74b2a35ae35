package dev.connector.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTableTest {

  @Test
  void aTableNamesEachRuleAndShowsTheEvidenceOfWhatIsBroken() {
    assertThat(ReportTable.of(List.of(Samples.mixed())))
        .isEqualTo(
            """
            acme 1.2.0 (engine)

              RETRY-1  kept            What is retried
              RETRY-2  broken          Waits grow and are spread
                       expected        waits that grow
                       got             50 ms, 50 ms, 50 ms
                       seen            GET /contacts -> 503 at 0 ms
                       seen            GET /contacts -> 503 at 50 ms
              DATA-5   broken          Personal fields can be masked (should)
                       expected        waits that grow
                       got             50 ms, 50 ms, 50 ms
                       seen            GET /contacts -> 503 at 0 ms
                       seen            GET /contacts -> 503 at 50 ms
              HOOK-1   not applicable  Signatures are checked over the raw body: it declares no webhooks
              TRUTH-1  kept            The vendor's own exchanges give the expected records
              TRUTH-2  not checked     The description's simulator is read to the end: there is no API description

            agrees with its definition  1 / 3, not checked: 0
            agrees with the evidence    1 / 2, not checked: 1
            failed: breaks RETRY-2; should keep DATA-5
            """);
  }

  @Test
  void figuresStandBelowEachOther() {
    Finding[] ten = new Finding[10];
    for (int i = 0; i < 6; i++) {
      ten[i] = Samples.kept("RETRY-" + (i + 1));
    }
    for (int i = 6; i < 10; i++) {
      ten[i] = Samples.kept("REQ-" + (i - 5));
    }
    assertThat(ReportTable.of(List.of(Samples.report(ten))))
        .endsWith(
            """
            agrees with its definition  10 / 10, not checked: 0
            agrees with the evidence      0 / 0, not checked: 0
            passed
            """);
  }

  @Test
  void aRunThatCheckedNothingSaysSo() {
    assertThat(ReportTable.of(List.of(Samples.unchecked())))
        .endsWith("failed: nothing was checked\n");
  }

  @Test
  void severalReportsFollowOneAnother() {
    assertThat(ReportTable.of(List.of(Samples.mixed(), Samples.unchecked())))
        .contains("DATA-5\n\nacme 1.2.0 (engine)\n");
  }

  @Test
  void whatAServerSentCannotSteerTheTerminal() {
    Finding hostile =
        Samples.finding(
            "ERR-4",
            new Outcome.Broken("an error", "a\u001b[2Jb\u202Ec", List.of("line one\nline two\r")));
    assertThat(ReportTable.of(List.of(Samples.report(hostile))))
        .contains("a\uFFFD[2Jb\uFFFDc")
        .contains("line one\n" + " ".repeat(27) + "line two")
        .doesNotContain("\u001b", "\u202E", "\r");
  }
}
