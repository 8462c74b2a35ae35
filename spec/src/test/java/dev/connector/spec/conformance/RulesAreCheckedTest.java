package dev.connector.spec.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.conformance.build.PackageChecks;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.conformance.statics.StaticChecks;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that nothing checks is a wish: each has exactly one check, and each check its rule. */
class RulesAreCheckedTest {

  private final Rules rules = Rules.load();

  @Test
  void whatReadingDecides() {
    assertThat(StaticChecks.rules()).containsExactlyInAnyOrderElementsOf(ids(CheckKind.STATIC));
  }

  @Test
  void whatTheBuildDecides() {
    assertThat(PackageChecks.rules()).containsExactlyElementsOf(ids(CheckKind.PACKAGE));
  }

  @Test
  void whatBehaviourDecides() {
    assertThat(Checks.all())
        .extracting(Check::rule)
        .containsExactlyInAnyOrderElementsOf(ids(CheckKind.BEHAVIOUR));
  }

  @Test
  void whatTheTestsOfTheRuntimeDecide() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../registry/runtime/java/src/test/java"))) {
      List<String> tests = files.filter(Files::isRegularFile).map(this::text).toList();
      for (String rule : ids(CheckKind.INTERNAL)) {
        assertThat(tests).as(rule).anyMatch(test -> test.contains("@DisplayName(\"" + rule + " "));
      }
    }
  }

  private List<String> ids(CheckKind kind) {
    List<String> ids = rules.where(rule -> rule.check() == kind).stream().map(Rule::id).toList();
    assertThat(ids).isNotEmpty();
    return ids;
  }

  private String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
