package dev.connector.scaffold.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

  private final Templates templates = new Templates("hostile");

  @Test
  void what_goes_into_xml_is_escaped() {
    assertThat(templates.render("escaped.xml.ftlx", Map.of("name", "</name><evil a=\"&\"/>")))
        .isEqualTo("<name>&lt;/name&gt;&lt;evil a=&quot;&amp;&quot;/&gt;</name>\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"execute.ftl", "reflect.ftl", "missing.ftl", "include.ftl"})
  void a_template_that_runs_code_leaves_its_folder_or_lacks_a_value_fails(String template) {
    assertThatThrownBy(() -> templates.render(template, Map.of("name", "x")))
        .isInstanceOf(IllegalStateException.class);
  }
}
