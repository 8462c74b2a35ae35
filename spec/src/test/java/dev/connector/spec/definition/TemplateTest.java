package dev.connector.spec.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  @Test
  void placeholders_are_the_names_between_braces_once_each_in_order() {
    assertThat(new Template("/{b}/{a}..{b}").placeholders()).containsExactly("b", "a");
    assertThat(new Template("{{not}} {{{one}}}").placeholders()).containsExactly("one");
  }

  @Test
  void one_placeholder_and_nothing_else_can_be_left_out() {
    assertThat(new Template("{a}").isPlaceholder()).isTrue();
    assertThat(new Template("{a} ").isPlaceholder()).isFalse();
    assertThat(new Template("{{").isPlaceholder()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "}", "a {b", "{a b}", "{1a}", "{}", "{{{", "}}}"})
  void a_brace_without_its_like_is_refused(String text) {
    assertThatThrownBy(() -> new Template(text))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, refused -> assertThat(refused.fix()).contains("{{"));
  }

  @Test
  void templates_in_json_are_found_at_any_depth_and_cannot_be_changed_from_outside()
      throws Exception {
    var tree = new JsonMapper().readTree("{\"a\": [{\"b\": \"{x}\"}, 1, \"{y}z\"]}");
    JsonTemplate template = new JsonTemplate(tree);
    ((ObjectNode) tree).removeAll();

    assertThat(template.placeholders()).containsExactly("x", "y");
  }
}
