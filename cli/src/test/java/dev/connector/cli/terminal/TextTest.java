package dev.connector.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void lines_break_between_words() {
    assertThat(Text.wrap("one two  three four", 9)).containsExactly("one two", "three", "four");
  }

  @Test
  void a_word_longer_than_the_line_stays_whole() {
    assertThat(Text.wrap("a https://example.com/long b", 10))
        .containsExactly("a", "https://example.com/long", "b");
  }

  @Test
  void text_is_never_cut_inside_a_character() {
    assertThat(Text.shorten("ab😀😀😀cd", 6)).doesNotContain("\ud83d.");
  }

  @Test
  void characters_that_turn_text_around_are_shown() {
    assertThat(Text.visible("a\u202eb")).isEqualTo("a\\u202eb");
  }

  @Test
  void counts_agree_with_their_noun() {
    assertThat(Text.count(1, "file")).isEqualTo("1 file");
    assertThat(Text.count(0, "dependency")).isEqualTo("0 dependencies");
  }
}
