package dev.connector.scaffold.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private static final String FILE =
      """
      {"facts": {"cursorParameter": {"page[after]": 2, "pageToken": 5}},
       "phrases": {"opaque": ["token", "cursor"]},
       "registry": {"cursorParameter": {"page_token": 1, "after": 1}}}
      """;

  @Test
  void compares_words_without_case_and_separators() throws JsonProcessingException {
    Lexicon lexicon = Lexicon.of(new ObjectMapper().readTree(FILE), false);
    assertThat(lexicon.weight("cursorParameter", "PageToken")).isEqualTo(5);
    assertThat(lexicon.weight("cursorParameter", "page_token")).isEqualTo(5);
    assertThat(lexicon.weight("cursorParameter", "pageAfter")).isEqualTo(2);
    assertThat(lexicon.weight("cursorParameter", "page")).isZero();
    assertThat(lexicon.knows("pageParameter", "page")).isFalse();
  }

  @Test
  void adds_what_was_counted_in_the_registry_to_the_facts() throws JsonProcessingException {
    Lexicon lexicon = Lexicon.of(new ObjectMapper().readTree(FILE), true);
    assertThat(lexicon.weight("cursorParameter", "pageToken")).isEqualTo(6);
    assertThat(lexicon.weight("cursorParameter", "after")).isEqualTo(1);
  }

  @Test
  void finds_phrases_in_texts() throws JsonProcessingException {
    Lexicon lexicon = Lexicon.of(new ObjectMapper().readTree(FILE), true);
    assertThat(lexicon.phrase("opaque", "an opaque cursor")).contains("cursor");
    assertThat(lexicon.phrase("opaque", "a number")).isEmpty();
    assertThat(lexicon.phrase("opaque", "")).isEmpty();
  }

  @Test
  void comes_with_words() {
    assertThat(Lexicon.standard().weight("sizeParameter", "per-page")).isPositive();
    assertThat(Lexicon.facts().weight("sizeParameter", "per-page")).isPositive();
  }
}
