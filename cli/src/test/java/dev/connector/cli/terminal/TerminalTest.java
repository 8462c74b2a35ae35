package dev.connector.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void results_go_to_standard_output_and_all_else_to_standard_error() {
    Screen screen = Screen.none();

    screen.terminal().print("result");
    screen.terminal().note("remark");

    assertThat(screen.output()).isEqualTo("result\n");
    assertThat(screen.error()).isEqualTo("remark\n");
  }

  @Test
  void a_pipe_gets_neither_colours_nor_progress() {
    Screen screen = Screen.none();

    screen.terminal().progress("fetching");
    screen.terminal().print(screen.terminal().styled(Style.GOOD, "done"));

    assertThat(screen.output()).isEqualTo("done\n");
    assertThat(screen.error()).isEmpty();
  }

  @Test
  void progress_is_taken_away_before_anything_else_is_printed() {
    Screen screen = Screen.with();

    screen.terminal().progress("12345");
    screen.terminal().note("done");

    assertThat(screen.error()).isEqualTo("12345\r     \rdone\n");
  }

  @Test
  void progress_never_wraps_on_a_narrow_terminal() {
    Screen screen = Screen.of(new Capabilities(true, true, true, true, true, 20));

    screen.terminal().progress("x".repeat(100));

    assertThat(screen.error().split("\r")[0]).hasSizeLessThan(20);
  }

  @Test
  void a_dumb_terminal_gets_neither_colours_nor_rewritten_lines() {
    Capabilities dumb = Capabilities.of("012", "80", Map.of("TERM", "dumb"));
    Screen screen = Screen.of(dumb);

    screen.terminal().progress("fetching");
    screen.terminal().print(screen.terminal().styled(Style.BAD, "text"));

    assertThat(screen.output() + screen.error()).isEqualTo("text\n");
  }

  @Test
  void no_color_is_kept_and_an_empty_one_means_nothing() {
    assertThat(Capabilities.of("012", "80", Map.of("NO_COLOR", "1")).colours()).isFalse();
    assertThat(Capabilities.of("012", "80", Map.of("NO_COLOR", "")).colours()).isTrue();
  }

  @Test
  void a_width_that_is_none_becomes_the_usual_one() {
    assertThat(Capabilities.of("1", "", Map.of()).width()).isEqualTo(80);
    assertThat(Capabilities.of("1", "0", Map.of()).width()).isEqualTo(80);
    assertThat(Capabilities.of("1", "132", Map.of()).width()).isEqualTo(132);
  }

  @Test
  void an_answer_is_trimmed_and_a_closed_input_is_an_empty_answer() {
    Screen screen = Screen.with("  yes ");

    assertThat(screen.terminal().ask("Sure?")).isEqualTo("yes");
    assertThat(screen.terminal().ask("Really?")).isEmpty();
    assertThat(screen.error()).isEqualTo("Sure? Really? ");
  }

  @Test
  void what_is_asked_about_is_on_the_screen_before_the_question() {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream("y\n".getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8,
            new PrintStream(new BufferedOutputStream(screen, 1000), false, StandardCharsets.UTF_8),
            new PrintStream(screen, true, StandardCharsets.UTF_8),
            new Capabilities(true, true, true, true, true, 80));
    terminal.print("three files");
    terminal.ask("Write them?");
    assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("three files\nWrite them? ");
  }

  @Test
  void nobody_is_asked_where_nobody_can_answer() {
    assertThatThrownBy(() -> Screen.none().terminal().ask("Sure?"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Sure?");
  }

  @Test
  void a_document_is_utf_8_whatever_the_streams_charset() {
    Screen screen = Screen.none();

    screen.terminal().printDocument("{\"name\":\"Zoë\"}");

    assertThat(screen.output()).isEqualTo("{\"name\":\"Zoë\"}\n");
  }
}
