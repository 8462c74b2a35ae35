package dev.connector.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  private static final String LONG = "a description that goes on and on, further than a screen";

  @Test
  void columns_are_aligned() {
    Screen screen = Screen.none();

    new Table("NAME", "VERSION")
        .row("a", "1.0.0")
        .row("hubspot", "2.0.0")
        .print(screen.terminal(), "");

    assertThat(screen.output())
        .isEqualTo(
            """
            NAME     VERSION
            a        1.0.0
            hubspot  2.0.0
            """);
  }

  @Test
  void the_last_column_is_cut_to_the_screen() {
    Screen screen = Screen.of(new Capabilities(true, true, true, false, true, 40));

    new Table().row("hubspot", LONG).print(screen.terminal(), "  ");

    assertThat(screen.output().stripTrailing()).hasSizeLessThanOrEqualTo(40).endsWith("...");
  }

  @Test
  void a_last_column_to_be_read_is_broken_between_words_and_stays_a_column() {
    Screen screen = Screen.of(new Capabilities(true, true, true, false, true, 40));

    new Table().wrapped().row("hubspot", LONG).print(screen.terminal(), "  ");

    assertThat(screen.output())
        .isEqualTo(
            """
              hubspot  a description that goes on
                       and on, further than a screen
            """);
  }

  @Test
  void nothing_is_cut_in_a_pipe() {
    Screen screen = Screen.none();

    new Table().row("hubspot", LONG).print(screen.terminal(), "");

    assertThat(screen.output()).contains(LONG);
  }

  @Test
  void control_characters_in_cells_are_shown_and_not_obeyed() {
    Screen screen = Screen.none();

    new Table().row("a\u001b[31mred\nline").print(screen.terminal(), "");

    assertThat(screen.output()).isEqualTo("a\\u001b[31mred line\n");
  }
}
