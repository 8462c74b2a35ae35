package dev.connector.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMatchesTest {

  private static final List<String> COMMANDS = List.of("add", "status", "search", "view");

  @Test
  void an_abbreviation_finds_every_command_it_begins() {
    assertThat(NearMatches.of("s", COMMANDS)).containsExactly("search", "status");
    assertThat(NearMatches.of("stat", COMMANDS)).containsExactly("status");
  }

  @Test
  void swapped_letters_and_wrong_case_are_near() {
    assertThat(NearMatches.of("Veiw", COMMANDS)).containsExactly("view");
  }

  @Test
  void what_is_far_from_everything_finds_nothing() {
    assertThat(NearMatches.of("frobnicate", COMMANDS)).isEmpty();
    assertThat(NearMatches.of("", COMMANDS)).isEmpty();
  }
}
