package dev.connector.spec.conformance.statics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.ReportTable;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import dev.connector.spec.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticChecksTest {

  private static final Rules RULES = Rules.load();

  @TempDir private Path folder;

  @BeforeEach
  void aConnectorThatKeepsThemAll() throws IOException {
    write(
        "connector.json",
        """
        { "format": 1, "name": "tides", "version": "1.0.0", "title": "Tides",
          "description": "High and low water.", "baseUrl": "https://api.example.com",
          "settings": { "apiKey": { "title": "API key", "secret": true } },
          "authentication": [ { "type": "bearer", "token": "{apiKey}" } ],
          "resources": { "readings": { "schema": "schemas/reading.json", "primaryKey": ["/id"],
            "operations": { "list": { "path": "/readings", "records": "" } } } } }
        """);
    write(
        "schemas/reading.json",
        """
        { "type": "object", "properties": { "id": { "type": "string" } },
          "additionalProperties": false }
        """);
    write("fixtures/readings.list.json", "{ \"operation\": \"readings.list\" }");
    write(
        "README.md",
        """
        # Tides
        Reads `readings`. Authentication: TIDES_API_KEY. No limit is named.
        ```sh
        connector run tides
        ```
        """);
    write("CHANGELOG.md", "## 1.0.0\n");
    write("LICENSE", "MIT\n");
  }

  @Test
  void everyRuleThatIsDecidedByReadingIsDecided() {
    Report report = report();
    assertThat(report.findings())
        .extracting(finding -> finding.rule().id())
        .containsExactlyElementsOf(
            RULES.where(rule -> rule.check() == CheckKind.STATIC).stream().map(Rule::id).toList());
    assertThat(report.findings())
        .allSatisfy(it -> assertThat(it.outcome()).isInstanceOf(Outcome.Kept.class));
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.subject()).hasToString("tides 1.0.0 (files)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void theConnectorsOfTheDefaultRegistryKeepThemAll(String name) {
    Path connector = Path.of("..", "registry", "connectors", name).toAbsolutePath().normalize();
    Report report =
        new StaticChecks(RULES, Clock.systemUTC()).report(name, ConnectorFiles.in(connector));
    assertThat(report.broken()).as(ReportTable.of(List.of(report))).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void allFlawsOfABrokenDefinitionAreToldAtOnce() throws IOException {
    edit("connector.json", "\"title\": \"API key\", \"secret\": true", "\"default\": 17");
    edit("connector.json", "schemas/reading.json", "schemas/raeding.json");
    edit("connector.json", "\"path\"", "\"paht\"");
    assertThat(flaws("DATA-4"))
        .anyMatch(it -> it.startsWith("connector.json /settings/apiKey: \"title\" is missing"))
        .anyMatch(it -> it.startsWith("connector.json /settings/apiKey/default: expected text"))
        .anyMatch(it -> it.contains("there is no file schemas/raeding.json"))
        .anyMatch(it -> it.contains("/list/paht: there is no field \"paht\" here; did you mean"));
    assertThat(flaws("LIFE-3"))
        .containsExactly(
            "connector.json /settings/apiKey: holds a credential and is not secret;"
                + " write \"secret\": true");
  }

  @Test
  void aSecretHasNoDefault() throws IOException {
    edit("connector.json", "\"secret\": true", "\"secret\": true, \"default\": \"x\"");
    assertThat(flaws("LIFE-3"))
        .containsExactly(
            "connector.json /settings/apiKey: a secret has a default value; remove \"default\"");
  }

  @Test
  void theNamesOfSecretsAreInTheFileOfExamples() throws IOException {
    write(".env.example", "OTHER=\n");
    assertThat(flaws("LIFE-3"))
        .containsExactly(
            ".env.example: does not name TIDES_API_KEY; write the line TIDES_API_KEY=");
    write(".env.example", "# TIDES_API_KEY=\n");
    assertThat(flaws("LIFE-3")).isEmpty();
  }

  @Test
  void anInstalledConnectorHasThatFileAndLosesNone() throws IOException {
    Path definition = folder.resolve(".connectors/tides");
    Files.createDirectories(definition);
    Files.move(folder.resolve("connector.json"), definition.resolve("connector.json"));
    Files.move(folder.resolve("schemas"), definition.resolve("schemas"));
    Report report =
        new StaticChecks(RULES, Clock.systemUTC())
            .report(
                "tides",
                ConnectorFiles.installed(
                    folder,
                    definition,
                    Map.of("fixtures/x.json", folder.resolve("src/test/fixtures/x.json"))));
    assertThat(flaws(report, "LIFE-3"))
        .containsExactly(".env.example: is missing; write the line TIDES_API_KEY=");
    assertThat(flaws(report, "DATA-4"))
        .containsExactly(
            Path.of("src", "test", "fixtures", "x.json")
                + ": is missing; bring it back: connector status tells how");
  }

  @Test
  void whatFilesNameHasToBeThere() throws IOException {
    write("fixtures/readings.list.json", "{ \"operation\": \"readings.lst\" }");
    write("fixtures/other.json", "{ \"operation\": \"reading.list\" }");
    edit("connector.json", "\"/id\"", "\"/key\"");
    edit(
        "connector.json",
        "\"operations\"",
        "\"canonical\": {\"type\": \"tide\", \"fields\": {\"/id\": \"/id\"}}, \"operations\"");
    assertThat(flaws("DATA-4"))
        .containsExactly(
            "connector.json /resources/readings/canonical/type: there is no canonical type"
                + " \"tide\"; use one of spec/canonical, or leave the mapping out",
            "fixtures/other.json /operation: there is no resource \"reading\";"
                + " did you mean \"readings\"?",
            "fixtures/readings.list.json /operation: there is no operation \"readings.lst\";"
                + " did you mean \"list\"?",
            "connector.json /resources/readings/primaryKey: /key is no field of"
                + " schemas/reading.json; name a field of the record, or describe it in the"
                + " schema");
  }

  @Test
  void mappedFieldsHaveToBeThoseOfTheType() throws IOException {
    edit(
        "connector.json",
        "\"operations\"",
        "\"canonical\": {\"type\": \"event\", \"fields\": {\"/id\": \"/id\", \"/occuredAt\": \"/at\","
            + " \"/custom/level\": \"/level\"}}, \"operations\"");
    assertThat(flaws("DATA-4"))
        .containsExactly(
            "connector.json /resources/readings/canonical/fields: event has no /occuredAt;"
                + " see spec/canonical for what it has, or put the value below /custom");
  }

  @Test
  void hostileFilesAreFlaws() throws IOException {
    write("schemas/twice.json", "{ \"type\": \"object\",\n \"type\": \"string\" }");
    write("schemas/deep.json", "[".repeat(100_000));
    write("schemas/wrong.json", "{ \"type\": \"object\", \"$ref\": \"#/nowhere\" }");
    write("fixtures/cut.json", "{ \"a\": ");
    write("fixtures/empty.json", "");
    write("fixtures/large.json", " ".repeat(9 << 20));
    Files.createSymbolicLink(folder.resolve("fixtures/link.json"), Path.of("../LICENSE"));
    Files.createSymbolicLink(folder.resolve("java"), Path.of("schemas"));
    assertThat(flaws("DATA-4"))
        .hasSize(8)
        .anyMatch(it -> it.startsWith("schemas/twice.json:2:") && it.contains("Duplicate field"))
        .anyMatch(it -> it.startsWith("schemas/deep.json: ") && it.contains("depth"))
        .anyMatch(it -> it.startsWith("schemas/wrong.json: "))
        .anyMatch(it -> it.startsWith("fixtures/cut.json:1:"))
        .contains("fixtures/empty.json: the file is empty; write JSON into it, or remove it")
        .contains("fixtures/large.json: has more than 8388608 bytes; make it smaller")
        .contains("fixtures/link.json: is a link; put the file itself there")
        .contains("java: is a link; put the file itself there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "17",
        "{",
        "\"text\"",
        "{\"settings\": [], \"name\": 3}",
        "{\"name\": \"a\", \"settings\": {\"A-b\": {\"secret\": true}}}"
      })
  void whateverStandsInTheDefinitionIsToldAndNotThrown(String text) throws IOException {
    write("connector.json", text);
    assertThat(report().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(flaws("DATA-4")).isNotEmpty();
  }

  @Test
  void whatMaintainersNeedIsThere() throws IOException {
    Files.delete(folder.resolve("LICENSE"));
    Files.delete(folder.resolve("fixtures/readings.list.json"));
    write("README.md", "# Tides\n");
    write("CHANGELOG.md", "## 0.9.0\n");
    write("java/src/main/java/Tides.java", "class Tides {}\n");
    assertThat(flaws("PKG-1"))
        .containsExactly(
            "README.md: does not name readings; say what each resource is",
            "README.md: does not name TIDES_API_KEY; say how to authenticate, and where each"
                + " secret is found",
            "README.md: says nothing of limits; say what the API allows, or that it names no limit",
            "README.md: has no example to run; show a few lines of code or a command",
            "CHANGELOG.md: says nothing of version 1.0.0; say what is new in it",
            "LICENSE: is missing; say what others may do with the connector",
            "fixtures/: is missing; add exchanges of the vendor's documentation, with sources",
            "java/: has no tests; add tests that replay the fixtures");
  }

  /** Put together here, so that no scanner takes this file for a leak. */
  static Stream<String> secrets() {
    String hex = "9f3c1a7be4d2605816fa0c93bb57e21d";
    return Stream.of(
        "-----BEGIN " + "RSA PRIVATE KEY-----",
        "const key = 'AKIA" + "QYLPMN5HFIZ27WKD'",
        "ghp_" + "9sK2mQ7vXr4TzB8nL1cW6yD3fH5jP0aEuGiO",
        "url: https://hooks.slack.com/services/T" + "9A8B7C6D/B5E4F3G2H/q1W2e3R4t5Y6u7I8o9P0a1S2",
        "sk_" + "live_9sK2mQ7vXr4TzB8nL1cW6yD3",
        "token: pat-" + "na1-7c1f4a9e-52d8-4b60-9e37-1d85c2f0ab64",
        "eyJhbGciOiJIUzI1NiJ9aaa" + ".eyJzdWIiOiI5ODc2NTQzMiJ9." + "Tz9pQ4rW7sX2vY5bN8mK1jH6gF3d",
        "postgres://admin:" + "h7Kp2mQx9Lw@db.internal/tides",
        "\"clientSecret\": \"" + hex + "\"",
        "Authorization: Bearer " + hex,
        "PASSWORD=" + "Zk8xw2Lq9TtR4mPv7Nb3");
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void whatLooksLikeASecretIsToldWithoutItsValue(String line) throws IOException {
    write("java/src/main/java/Tides.java", "// first\n" + line + "\n");
    List<String> flaws = flaws("PKG-5");
    assertThat(flaws).hasSize(1);
    assertThat(flaws.get(0)).startsWith("java/src/main/java/Tides.java:2: looks like ");
    String value = line.substring(line.length() - 15);
    assertThat(ReportTable.of(List.of(report()))).doesNotContain(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TIDES_API_KEY=",
        "\"token\": \"{apiKey}\"",
        "Authorization: Bearer YOUR_ACCESS_TOKEN_GOES_HERE",
        "aws_key = AKIAIOSFODNN7EXAMPLE",
        "\"tokenUrl\": \"https://api.example.com/oauth/v1/token\"",
        "accessToken = settings.accessToken().orElseThrow();",
        "\"refresh_token\": \"second-refresh-token-of-2026\"",
        "String token = dev.connector.runtime.auth.TokenStore1.file",
        "https://user:{password}@example.com",
        "secret: 00000000000000000000000000000000"
      })
  void whatOnlyNamesASecretIsNone(String line) throws IOException {
    write("notes.md", line + "\n");
    assertThat(flaws("PKG-5")).isEmpty();
  }

  private Report report() {
    return new StaticChecks(RULES, Clock.systemUTC()).report("tides", ConnectorFiles.in(folder));
  }

  private List<String> flaws(String rule) {
    return flaws(report(), rule);
  }

  private static List<String> flaws(Report report, String rule) {
    return report.findings().stream()
        .filter(finding -> finding.rule().id().equals(rule))
        .map(finding -> finding.outcome())
        .filter(Outcome.Broken.class::isInstance)
        .flatMap(outcome -> ((Outcome.Broken) outcome).evidence().stream())
        .toList();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void edit(String path, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(path));
    assertThat(text).contains(from);
    write(path, text.replace(from, to));
  }
}
