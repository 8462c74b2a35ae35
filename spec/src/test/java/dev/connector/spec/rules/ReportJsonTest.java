package dev.connector.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.spec.JsonSchemas;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {

  private static final String SCHEMA = "urn:connector:report:1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonSchemas schemas = new JsonSchemas();

  ReportJsonTest() throws IOException {}

  @Test
  void everyReportFitsThePublishedSchema() {
    List<Report> reports = List.of(Samples.mixed(), Samples.unchecked(), Samples.report());
    assertThat(schemas.problems(SCHEMA, ReportJson.of(reports))).isEmpty();
    assertThat(schemas.problems(SCHEMA, ReportJson.of(List.of()))).isEmpty();
  }

  @Test
  void aReportSaysWhoHowMuchAndWhat() throws IOException {
    JsonNode report = ReportJson.of(List.of(Samples.mixed())).at("/reports/0");
    ObjectNode head = report.deepCopy();
    head.remove("findings");
    assertThat(head)
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "connector": "acme", "version": "1.2.0", "variant": "engine",
                  "at": "2026-02-01T09:30:00Z", "verdict": "broken",
                  "agreement": {
                    "definition": { "kept": 1, "applicable": 3, "notChecked": 0 },
                    "evidence": { "kept": 1, "applicable": 2, "notChecked": 1 }
                  }
                }
                """));
    assertThat(report.at("/findings/1").toString())
        .isEqualTo(
            JSON.readTree(
                    """
                    {
                      "rule": "RETRY-2", "title": "Waits grow and are spread", "level": "must",
                      "check": "B", "agreement": "definition", "outcome": "broken",
                      "expected": "waits that grow", "got": "50 ms, 50 ms, 50 ms",
                      "evidence": ["GET /contacts -> 503 at 0 ms", "GET /contacts -> 503 at 50 ms"],
                      "millis": 1500
                    }
                    """)
                .toString());
    assertThat(report.at("/findings/3/outcome").textValue()).isEqualTo("notApplicable");
    assertThat(report.at("/findings/3/why").textValue()).isEqualTo("it declares no webhooks");
    assertThat(report.at("/findings/4/agreement").textValue()).isEqualTo("evidence");
  }

  @Test
  void aRunThatCheckedNothingHasItsOwnVerdict() {
    assertThat(ReportJson.of(List.of(Samples.unchecked())).at("/reports/0/verdict").textValue())
        .isEqualTo("nothingChecked");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/format | 2",
        "/reports/0/verdict | \"ok\"",
        "/reports/0/connector | \"\"",
        "/reports/0/at | \"yesterday\"",
        "/reports/0/score | 98",
        "/reports/0/agreement/evidence | null",
        "/reports/0/agreement/definition/kept | -1",
        "/reports/0/findings/0/rule | \"retry-1\"",
        "/reports/0/findings/0/outcome | \"broken\"",
        "/reports/0/findings/0/seen | \"\"",
        "/reports/0/findings/1/outcome | \"kept\"",
        "/reports/0/findings/1/evidence | \"none\"",
        "/reports/0/findings/3/check | \"X\"",
      })
  void theSchemaRefusesWhatIsNoReport(String place, String value) throws IOException {
    JsonNode document = ReportJson.of(List.of(Samples.mixed()));
    int slash = place.lastIndexOf('/');
    ((ObjectNode) document.at(place.substring(0, slash)))
        .set(place.substring(slash + 1), JSON.readTree(value));
    assertThat(schemas.problems(SCHEMA, document)).isNotEmpty();
  }
}
