package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaOutputFormatTest {

  @Test
  void names_and_blanks_pass() {
    assertThat(JavaOutputFormat.INSTANCE.escapePlainText("com.acme.Tide_2$"))
        .isEqualTo("com.acme.Tide_2$");
    assertThat(JavaOutputFormat.INSTANCE.escapePlainText("  \n")).isEqualTo("  \n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a;", "a\u0000b", "a\u001bb", "a\u007fb", "a\u00adb", "\u0430"})
  void what_is_neither_fails_even_where_a_compiler_ignores_it(String text) {
    assertThatThrownBy(() -> JavaOutputFormat.INSTANCE.escapePlainText(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
