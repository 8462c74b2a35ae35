package dev.connector.connectors.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.conformance.Conformance;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.build.ClassArchive;
import dev.connector.spec.conformance.build.JavaProgram;
import dev.connector.spec.conformance.build.JavaSources;
import dev.connector.spec.conformance.build.PackageChecks;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Identity;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.ReportTable;
import dev.connector.spec.rules.Rules;
import dev.connector.spec.rules.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connectors of this registry keep every rule that can be put to the test, in both forms. */
class ConformanceTest {

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void the_definition_keeps_every_rule_of_behaviour(String connector) {
    ConnectorFolder folder = ConnectorFolder.read(Path.of(connector));

    keepsAll(folder, Subject.engine(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void the_code_keeps_every_rule_of_behaviour(String connector) {
    ConnectorFolder folder = ConnectorFolder.read(Path.of(connector));
    String main = "dev.connector.connectors." + connector + ".ConnectorMain";
    Identity identity = new Identity(connector, folder.definition().version(), "java");
    JavaProgram program = new JavaProgram(folder.path(), classPath(), main, List.of());

    try (ClassArchive archive = ClassArchive.of(program)) {
      assertThat(archive.program().options()).as("options of a quick start").isNotEmpty();
      keepsAll(folder, new Subject(identity, archive.program()::start));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void the_code_has_a_typed_surface_and_compiles_without_warnings(String connector)
      throws IOException {
    ConnectorFolder folder = ConnectorFolder.read(Path.of(connector));
    JavaSources sources =
        new JavaSources(
            sources(folder.path().resolve("java/src/main")), classPath(), OptionalInt.of(17));

    assertThat(sources.compile().orElseThrow().complaints()).isEmpty();
    assertThat(PackageChecks.typed(folder.definition(), sources)).isInstanceOf(Outcome.Kept.class);
  }

  private static void keepsAll(ConnectorFolder folder, Subject subject) {
    Report report =
        new Conformance(Checks.all(), 4, Duration.ofMinutes(5))
            .run(folder, subject, Rules.load().where(it -> it.check() == CheckKind.BEHAVIOUR));

    assertThat(report.verdict()).as(ReportTable.of(List.of(report))).isEqualTo(Verdict.PASSED);
    assertThat(report.broken()).as(ReportTable.of(List.of(report))).isEmpty();
    assertThat(report.findings()).noneMatch(it -> it.outcome() instanceof Outcome.NotChecked);
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(".java")).toList();
    }
  }
}
