package dev.connector.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTextTest {

  static Iterable<String> commands() {
    return Commands.names();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_fits_a_screen_of_eighty_columns_and_describes_every_option(String command) {
    String help = HelpText.of(world(), command);

    assertThat(help).startsWith("Usage: connector " + command + " ");
    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(Commands.all(world()).getSubcommands().get(command).getCommandSpec().options())
        .allSatisfy(
            option -> assertThat(option.description()).as(option.longestName()).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_command_is_in_the_help_of_the_program_on_one_line(String command) {
    assertThat(HelpText.of(world(), HelpText.ROOT))
        .containsPattern("\n  " + command + " +\\S.*\\.\n");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_command_is_completed_in_each_shell(String command) {
    for (String shell : new String[] {"bash", "zsh", "fish"}) {
      Screen screen = Screen.none();
      int code = new Invocation(world(screen)).run("completion", shell);

      assertThat(code).isZero();
      assertThat(screen.output()).contains(command);
    }
  }

  private static Environment world() {
    return world(Screen.none());
  }

  private static Environment world(Screen screen) {
    return new Environment(
        screen.terminal(), Path.of("/"), Map.of(), Clock.systemUTC(), Optional.empty());
  }
}
