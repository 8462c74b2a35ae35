package dev.connector.registry.workspace.build;

import static dev.connector.registry.workspace.build.GoldenBuild.NEEDED;
import static dev.connector.registry.workspace.build.GoldenBuild.read;
import static dev.connector.registry.workspace.build.GoldenBuild.sibling;
import static dev.connector.registry.workspace.build.GoldenBuild.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of {@code build-edits/} must come out as kept there, and keep what all edits must. */
class BuildEditTest {

  static Stream<Path> cases() {
    return Stream.of("maven", "gradle").flatMap(it -> GoldenBuild.cases(it).stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theEditIsTheOneExpected(Path before) {
    BuildEdit edit = edit(before, read(before));
    assertThat(text(edit.content())).isEqualTo(text(read(sibling(before, "after"))));
    Path advice = sibling(before, "advice");
    assertThat(edit.advice())
        .containsExactlyElementsOf(
            Files.exists(advice)
                ? List.of(new String(read(advice), UTF_8).split("\n"))
                : List.of());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSecondEditChangesNothing(Path before) {
    byte[] once = edit(before, read(before)).content();
    BuildEdit twice = edit(before, once);
    assertThat(text(twice.content())).isEqualTo(text(once));
    assertThat(twice.pieces()).isEmpty();
    assertThat(twice.added()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takingTheRecordedPiecesOutGivesTheVeryBytesBack(Path before) {
    BuildEdit edit = edit(before, read(before));
    assertThat(GoldenBuild.without(edit.content(), edit.pieces())).isEqualTo(text(read(before)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lineEndingsStayThoseOfTheFile(Path before) {
    boolean carriageReturns = text(read(before)).contains("\r\n");
    String after = text(edit(before, read(before)).content());
    assertThat(after.contains("\r")).isEqualTo(carriageReturns);
    if (carriageReturns) {
      assertThat(after.replace("\r\n", "")).doesNotContain("\n");
    }
  }

  @Test
  void whatIsSaidToBeAddedHasTheVersionThatWasWritten() {
    String pom =
        "<project>\n  <dependencies>\n    <dependency>\n      <groupId>com.fasterxml.jackson.core</groupId>\n"
            + "      <artifactId>jackson-core</artifactId>\n      <version>2.15.0</version>\n"
            + "    </dependency>\n  </dependencies>\n</project>\n";
    String gradle =
        "dependencies {\n  implementation 'com.fasterxml.jackson.core:jackson-core:2.15.0'\n}\n";
    GradleScript.Surroundings none =
        new GradleScript.Surroundings(VersionCatalog.empty(), List.of());
    assertThat(
            List.of(
                MavenPom.parse(pom.getBytes(UTF_8), Optional.empty()).add(NEEDED),
                GradleScript.parse(gradle.getBytes(UTF_8), GradleDialect.GROOVY, none).add(NEEDED)))
        .allSatisfy(
            edit ->
                assertThat(edit.added())
                    .extracting(Dependency::id)
                    .contains("com.fasterxml.jackson.core:jackson-databind:2.15.0"));
  }

  @Test
  void everyEditedPomIsWellFormed() throws Exception {
    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (Path before : GoldenBuild.cases("maven")) {
      byte[] after = edit(before, read(before)).content();
      assertThat(parser.parse(new ByteArrayInputStream(after)).getDocumentElement().getTagName())
          .as(before.toString())
          .isEqualTo("project");
    }
  }

  @Test
  void thereAreEnoughCases() {
    assertThat(GoldenBuild.cases("maven")).hasSizeGreaterThanOrEqualTo(15);
    assertThat(GoldenBuild.cases("gradle")).hasSizeGreaterThanOrEqualTo(12);
  }

  private static BuildEdit edit(Path before, byte[] content) {
    return buildFile(before, content).add(NEEDED);
  }

  /** A build file of the kind that a case is about, with any content. */
  static BuildFile buildFile(Path before, byte[] content) {
    String name = before.getFileName().toString();
    if (name.endsWith(".xml")) {
      return MavenPom.parse(content, Optional.empty());
    }
    GradleDialect dialect = name.endsWith(".kts") ? GradleDialect.KOTLIN : GradleDialect.GROOVY;
    Path catalog = before.resolveSibling(name.replaceFirst("\\.before\\..*", ".libs.toml"));
    VersionCatalog known =
        Files.exists(catalog) ? VersionCatalog.parse(read(catalog)) : VersionCatalog.empty();
    return GradleScript.parse(content, dialect, new GradleScript.Surroundings(known, List.of()));
  }
}
