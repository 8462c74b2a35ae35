package dev.connector.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.connector.cli.acceptance.Workshop.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every script of {@code src/test/resources/acceptance}, each in a fresh folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptanceTest {

  private static final Path SCRIPTS = Path.of("src/test/resources/acceptance");

  private final Set<String> ran = new TreeSet<>();
  private final Schemas schemas = new Schemas();
  @TempDir private static Path temporary;
  private Path application;

  @BeforeAll
  void pack_the_registry() throws IOException {
    application = temporary.resolve("application");
    SmallRegistry.pack(temporary.resolve("registry"), application.resolve("registry/default.zip"));
  }

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void the_program_says_what_the_script_says(Path file) throws IOException {
    Script script = Script.read(file);
    Path work = temporary.toRealPath().resolve(script.name()).resolve("work");
    Files.createDirectories(work);
    assertThat(script.steps()).as("steps of " + script.name()).isNotEmpty();

    try (Workshop workshop = new Workshop(work, application, schemas)) {
      for (Script.Step step : script.steps()) {
        Said said = workshop.run(step.command());
        String place = script.name() + ":" + step.line() + " $ " + step.command();
        compare(place + " (standard output)", step.output(), said.output(), said);
        compare(place + " (standard error)", step.error(), said.error(), said);
        assertThat(said.exitCode()).as(place + " (exit code)\n" + said).isEqualTo(step.exitCode());
      }
    }
    ran.add(script.name());
  }

  @AfterAll
  void every_script_ran_and_every_schema_was_used() throws IOException {
    assertThat(ran)
        .containsExactlyElementsOf(
            scripts().stream().map(file -> file.getFileName().toString()).toList())
        .hasSizeGreaterThan(3);
    assertThat(schemas.used()).isEqualTo(Schemas.published());
  }

  /** Lines are literal, except that {@code ...} stands for anything, a line of it for any lines. */
  private static void compare(String place, List<String> expected, String actual, Said said) {
    String pattern =
        expected.stream()
            .map(line -> line.equals("...") ? "(?:.*\n)*?" : literal(line) + " *\n")
            .collect(Collectors.joining());
    String text = actual.isEmpty() || actual.endsWith("\n") ? actual : actual + "\n";
    if (!Pattern.matches(pattern, text)) {
      fail(place + "\nexpected:\n" + String.join("\n", expected) + "\nbut it said:\n" + said);
    }
  }

  private static String literal(String line) {
    return Stream.of(line.split(Pattern.quote("..."), -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
