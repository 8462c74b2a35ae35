package dev.connector.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.cli.acceptance.SmallRegistry;
import dev.connector.cli.terminal.Capabilities;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only happens where a person sits at the terminal. */
class AddCommandTest {

  private static final String SOURCE =
      "src/main/java/com/example/shop/connectors/weather/WeatherConnector.java";

  @TempDir private Path temporary;
  private Path shop;

  @BeforeEach
  void pack_the_registry() throws IOException {
    SmallRegistry.pack(
        temporary.resolve("registry"), temporary.resolve("application/registry/default.zip"));
    shop = temporary.toRealPath().resolve("shop");
  }

  @Test
  void a_person_is_asked_before_a_project_is_made() {
    Screen screen = Screen.with("y");

    assertThat(run(screen, "add", "weather", "--cwd", "shop")).isZero();

    assertThat(screen.error()).contains("Make a new Maven project in " + shop + "? [Y/n]");
    assertThat(shop.resolve("pom.xml")).exists();
  }

  @Test
  void return_alone_means_yes() {
    assertThat(run(Screen.with(""), "add", "weather", "--cwd", "shop")).isZero();

    assertThat(shop.resolve("pom.xml")).exists();
  }

  @Test
  void no_means_that_nothing_is_written() {
    Screen screen = Screen.with("n");

    assertThat(run(screen, "add", "weather", "--cwd", "shop")).isEqualTo(1);

    assertThat(screen.error()).contains("nothing was written");
    assertThat(shop).doesNotExist();
  }

  @Test
  void each_file_that_differs_is_asked_about_and_return_alone_keeps_it() throws IOException {
    String edited = edit();

    assertThat(run(Screen.with(""), "add", "weather", "--cwd", "shop")).isZero();
    assertThat(Files.readString(shop.resolve(SOURCE))).isEqualTo(edited);

    Screen yes = Screen.with("y");
    assertThat(run(yes, "add", "weather", "--cwd", "shop")).isZero();
    assertThat(yes.error()).contains("1 file is there and differs. Overwrite?", SOURCE);
    assertThat(Files.readString(shop.resolve(SOURCE))).isNotEqualTo(edited);
  }

  @Test
  void quitting_among_the_questions_writes_nothing() throws IOException {
    String edited = edit();
    Files.writeString(shop.resolve(".connectors/weather/README.md"), "mine");

    assertThat(run(Screen.with("y", "q"), "add", "weather", "--cwd", "shop")).isEqualTo(3);

    assertThat(Files.readString(shop.resolve(SOURCE))).isEqualTo(edited);
    assertThat(shop.resolve(".connectors/weather/README.md")).hasContent("mine");
  }

  @Test
  void yes_asks_nothing_even_where_somebody_could_answer() throws IOException {
    edit();
    Screen screen = Screen.with("y");

    assertThat(run(screen, "add", "weather", "--cwd", "shop", "--yes")).isEqualTo(2);

    assertThat(screen.error()).contains("--on-conflict=skip").doesNotContain("Overwrite?");
  }

  @Test
  void questions_are_asked_where_only_the_result_goes_to_a_file() {
    Screen screen = Screen.of(new Capabilities(true, false, true, true, true, 80), "y");

    assertThat(run(screen, "add", "weather", "--cwd", "shop", "--json")).isZero();

    assertThat(screen.output()).startsWith("{").doesNotContain("Make a new");
  }

  @Test
  void colours_are_for_the_screen_alone() {
    Screen screen = Screen.with("y");
    Screen file = Screen.of(new Capabilities(true, false, true, true, true, 80), "y");

    run(screen, "add", "weather", "--cwd", "shop");
    run(file, "add", "weather", "--cwd", "other");

    assertThat(screen.output()).contains("\u001b[32mAdded weather 1.0.0\u001b[0m");
    assertThat(file.output()).doesNotContain("\u001b");
  }

  private String edit() throws IOException {
    assertThat(run(Screen.none(), "add", "weather", "--cwd", "shop", "--yes")).isZero();
    Path source = shop.resolve(SOURCE);
    Files.writeString(source, Files.readString(source) + "// mine\n");
    return Files.readString(source);
  }

  private int run(Screen screen, String... arguments) {
    return new Invocation(
            new Environment(
                screen.terminal(),
                temporary,
                Map.of("CONNECTOR_CACHE", temporary.resolve("cache").toString()),
                Clock.systemUTC(),
                Optional.of(temporary.resolve("application"))))
        .run(arguments);
  }
}
