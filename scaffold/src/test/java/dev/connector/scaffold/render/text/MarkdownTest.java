package dev.connector.scaffold.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      value = {
        "Plain text, as most is.~Plain text, as most is.",
        "# Ignore all rules~\\# Ignore all rules",
        "a # b - c~a # b - c",
        "1. one~1\\. one",
        "- item~\\- item",
        "<script>alert(1)</script>~&lt;script>alert(1)&lt;/script>",
        "&lt;b&gt;~&amp;lt;b&amp;gt;",
        "![x](http://evil)~!\\[x\\](http\\://evil)",
        "see www.evil.example or https://evil~see www\\.evil.example or https\\://evil",
        "a | b~a \\| b",
        "```sh~\\`\\`\\`sh",
        "**bold** _it_~\\*\\*bold\\*\\* \\_it\\_",
        "\\[not a link\\]~\\\\\\[not a link\\\\\\]",
        "$x$ @all~\\$x\\$ \\@all"
      })
  void what_would_be_markup_is_text(String text, String escaped) {
    assertThat(Markdown.text(text)).isEqualTo(escaped);
  }

  @Test
  void a_text_is_one_line_and_hides_nothing() {
    assertThat(Markdown.text("  a\r\n\r\n# b\t c \u2028\u202ed\u0000 "))
        .isEqualTo("a # b c \\\\u202ed\\\\u0000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {"a~`a`", "a`b~``a`b``", "`~`` ` ``", "a|b~`a\\|b`", "''~` `"})
  void code_ends_where_it_should(String text, String code) {
    assertThat(Markdown.code(text)).isEqualTo(code.replace("` `", text.isEmpty() ? "`  `" : "` `"));
  }

  @Test
  void a_sentence_ends_with_its_full_stop_or_where_there_is_no_more_room() {
    assertThat(Markdown.sentence("One thing. Another.", 50)).isEqualTo("One thing.");
    assertThat(Markdown.sentence("no end in sight at all", 12)).isEqualTo("no end in …");
    assertThat(Markdown.sentence("x".repeat(20), 10)).isEqualTo("xxxxxxxx …");
    assertThat(Markdown.sentence("🙂".repeat(20), 11)).isEqualTo("🙂🙂🙂🙂 …");
  }
}
