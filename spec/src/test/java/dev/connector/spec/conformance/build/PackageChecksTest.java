package dev.connector.spec.conformance.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PackageChecksTest {

  private static final String CLIENT =
      """
      package acme;

      public final class Client {
        /** The currencies there are. */
        public Listing<Currency> currencies() {
          return new Listing<>();
        }

        /** The newest. */
        public Rate latest() {
          return new Rate("EUR");
        }

        /** All of them. */
        public Listing<Rate> timeSeries() {
          return new Listing<>();
        }
      }
      """;

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private final List<Path> sources = new ArrayList<>();

  @Test
  void aDocumentedMethodThatLeadsToARecordIsWhatEachResourceNeeds() throws IOException {
    Outcome outcome = typed(CLIENT);

    assertThat(outcome).isInstanceOf(Outcome.Kept.class);
    assertThat(outcome.explanation())
        .contains("Client.currencies() leads to Currency", "Client.latest() leads to Rate");
  }

  @Test
  void whatIsMissingUndocumentedOrUntypedIsNamed() throws IOException {
    assertThat(flaws(CLIENT.replace("Rate latest", "Rate newest")))
        .containsExactly("no public method is called latest");
    assertThat(flaws(CLIENT.replace("  /** The newest. */\n", "")))
        .containsExactly("Client.latest() has no comment that says what it does");
    assertThat(flaws(CLIENT.replace("Listing<Currency>", "Listing<java.util.Map<String, Object>>")))
        .containsExactly("Client.currencies() leads to no public record of this package");
    assertThat(flaws(CLIENT.replace("public Rate latest", "Rate latest")))
        .containsExactly("no public method is called latest");
  }

  @Test
  void aWarningOfTheCompilerIsNamedWithItsLine() throws IOException {
    build("exit 0");
    Outcome outcome =
        clean(CLIENT.replace("return new Rate(\"EUR\");", "return (Rate) new Rate(\"EUR\");"));

    assertThat(outcome).isInstanceOf(Outcome.Broken.class);
    assertThat(((Outcome.Broken) outcome).evidence())
        .singleElement()
        .asString()
        .startsWith("Client.java:11 redundant cast");
  }

  @Test
  void itsOwnTestsAreCountedByTheReportsOfThisRun() throws IOException {
    report("acme.OldTest", 9, 9);
    build("mkdir -p target/surefire-reports", suite("acme.ClientTest", 5, 0), "exit 0");

    Outcome outcome = clean(CLIENT);

    assertThat(outcome).isInstanceOf(Outcome.Kept.class);
    assertThat(outcome.explanation()).contains("5 tests passed");
    assertThat(told).singleElement().asString().contains("-o test -Dtest=acme/**");
  }

  @Test
  void aTestThatFailsOrThereBeingNoneBreaksTheRule() throws IOException {
    build(
        "mkdir -p target/surefire-reports",
        suite("acme.ClientTest", 5, 2),
        "echo '[ERROR] ClientTest.reads:12 expected 1'",
        "exit 1");
    Outcome failing = clean(CLIENT);
    assertThat(failing.explanation()).endsWith("got 2 of 5 fail");
    assertThat(((Outcome.Broken) failing).evidence())
        .containsExactly("[ERROR] ClientTest.reads:12 expected 1");

    build("rm -rf target", "exit 0");
    assertThat(clean(CLIENT).explanation())
        .isEqualTo("expected tests of its own in acme, got none");
  }

  @Test
  void testsThatCannotBeRunAreNotTakenForPassed() throws IOException {
    build("echo '[ERROR] Cannot access central in offline mode'", "exit 1");

    Outcome outcome = clean(CLIENT);

    assertThat(outcome).isInstanceOf(Outcome.NotChecked.class);
    assertThat(outcome.explanation()).contains("Cannot access central in offline mode");
  }

  @Test
  void aBuildThatFailsShowsItsErrorsAndNoMoreThanThat() throws IOException {
    build(
        "echo '[INFO] working'",
        "echo '[ERROR] Shop.java:[3,8] cannot find symbol'",
        "echo '[ERROR] '",
        "echo '[ERROR] -> [Help 1]'",
        "echo '[ERROR] To see the full stack trace of the errors, re-run Maven'",
        "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do echo \"[ERROR] $i\"; done",
        "exit 1");

    assertThatThrownBy(() -> build().classPath())
        .isInstanceOf(ConnectorException.class)
        .hasMessageStartingWith("the project does not build");
    assertThat(told.get(0)).contains("mvnw -B -q test-compile ");
    assertThat(told.get(1)).isEqualTo("[ERROR] Shop.java:[3,8] cannot find symbol");
    assertThat(told)
        .hasSizeLessThan(20)
        .noneMatch(it -> it.contains("To see") || it.contains("INFO"));
  }

  @Test
  void theClassPathIsThatOfTheBuild() throws IOException {
    build(
        "for word in \"$@\"; do",
        "  case $word in -Dmdep.outputFile=*) printf '/a/one.jar:/b/two.jar' > \"${word#*=}\";; esac",
        "done");

    assertThat(build().classPath())
        .containsExactly(
            folder.resolve("target/classes"), Path.of("/a/one.jar"), Path.of("/b/two.jar"));
  }

  private List<String> flaws(String client) throws IOException {
    return ((Outcome.Broken) typed(client)).evidence();
  }

  private Outcome typed(String client) throws IOException {
    Definition definition =
        ConnectorFolder.read(Path.of("../registry/connectors/frankfurter")).definition();
    return PackageChecks.typed(definition, sources(client));
  }

  private Outcome clean(String client) throws IOException {
    return new PackageChecks(build(), "acme", sources(client)).clean();
  }

  private JavaSources sources(String client) throws IOException {
    sources.clear();
    source("Client", client);
    source("Currency", "package acme;\n\npublic record Currency(String code) {}\n");
    source("Rate", "package acme;\n\npublic record Rate(String code) {}\n");
    source(
        "Listing",
        """
        package acme;

        public final class Listing<T> {
          public java.util.List<T> all() {
            return java.util.List.of();
          }
        }
        """);
    return new JavaSources(sources, List.of(), OptionalInt.of(17));
  }

  private void source(String name, String text) throws IOException {
    Path file = folder.resolve("src/acme").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    sources.add(Files.writeString(file, text));
  }

  private MavenBuild build() {
    return new MavenBuild(folder, told::add);
  }

  /** A Maven wrapper that does this. */
  private void build(String... lines) throws IOException {
    Path wrapper = folder.resolve("mvnw");
    Files.writeString(wrapper, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(wrapper.toFile().setExecutable(true)).isTrue();
  }

  private void report(String test, int tests, int failures) throws IOException {
    Path file = folder.resolve("target/surefire-reports/TEST-" + test + ".xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, xml(test, tests, failures));
  }

  private static String suite(String test, int tests, int failures) {
    return "echo '"
        + xml(test, tests, failures)
        + "' > target/surefire-reports/TEST-"
        + test
        + ".xml";
  }

  private static String xml(String test, int tests, int failures) {
    return "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\"/>"
        .formatted(test, tests, failures);
  }
}
