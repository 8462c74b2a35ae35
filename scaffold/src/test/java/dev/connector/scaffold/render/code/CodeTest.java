package dev.connector.scaffold.render.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeTest {

  @Test
  void a_text_is_a_literal_in_ascii_whatever_it_holds() {
    assertThat(Expression.text("a\"\\\n\u0001\u202e\\u0041").flat())
        .isEqualTo("\"a\\\"\\\\\\n\\001\\u202e\\\\u0041\"");
  }

  @Test
  void a_text_too_long_for_a_constant_is_joined() {
    assertThat(Expression.text("x".repeat(25_000)).flat()).startsWith("String.join(\"\", \"xxx");
  }

  @Test
  void what_is_no_name_is_refused_in_place_of_one() {
    for (String text : List.of("a\"b", "a;b", "a/*", "a{", "a(", "\u00e9", "a\nb")) {
      assertThatThrownBy(() -> Expression.name(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void what_fits_on_a_line_stays_on_it_and_what_does_not_is_broken_as_formatters_do() {
    Expression request =
        Expression.call("Request.get", Expression.text("contacts.list"), Expression.text("/x"));
    assertThat(Statement.returning(request.then("safe")).at(4).text())
        .isEqualTo("    return Request.get(\"contacts.list\", \"/x\").safe();");

    String longText = "a".repeat(70);
    assertThat(
            Statement.returning(request.then("query", Expression.text(longText)).then("safe"))
                .at(4)
                .text())
        .isEqualTo(
            "    return Request.get(\"contacts.list\", \"/x\")\n        .query(\""
                + longText
                + "\")\n        .safe();");
    assertThat(
            Statement.declaring(
                    "String both",
                    Expression.call("join", Expression.text(longText), Expression.text(longText)))
                .at(4)
                .text())
        .isEqualTo(
            "    String both =\n        join(\n            \""
                + longText
                + "\",\n            \""
                + longText
                + "\");");
  }

  @Test
  void a_comment_ends_where_it_should_and_means_what_it_says() {
    assertThat(Javadoc.of("a */ b {@link X} <i> \\u002a/ & \u4e2d\u202e").at(0).text())
        .isEqualTo(
            "/** a *&#47; b &#123;&#64;link X&#125; &lt;i&gt; &#92;u002a/ &amp; &#20013; */\n");
    assertThat(Javadoc.of("word ".repeat(40)).at(2).text().lines())
        .hasSize(5)
        .allMatch(it -> it.length() <= 100);
    assertThat(Javadoc.of(" \n ").at(0).isEmpty()).isTrue();
  }

  @Test
  void a_file_imports_what_its_code_names_and_not_what_its_texts_do() {
    String body =
        "/** A Map. */\nclass X {\n  List<String> all = of(\"Set\"); // Map\n  int y = x.Set;\n}\n";

    assertThat(
            SourceFile.of(
                "a.b",
                body,
                Map.of("List", "java.util.List", "Map", "java.util.Map", "Set", "s.Set")))
        .isEqualTo("package a.b;\n\nimport java.util.List;\n\n" + body);
  }

  @Test
  void names_differ_on_any_file_system_and_are_the_same_each_time() {
    NameScope names = new NameScope(List.of("List"));

    assertThat(List.of(names.take("Thing"), names.take("THING"), names.take("list", "ListRecord")))
        .containsExactly("Thing", "THING2", "ListRecord");
    assertThat(names.take("class", "classValue")).isEqualTo("classValue");
    assertThat(Words.lower("HTTP_status-code 2")).isEqualTo("httpStatusCode2");
    assertThat(Words.upper("hs_lead status")).isEqualTo("HsLeadStatus");
    assertThat(Words.lower("\u4e2d\u6587")).isEmpty();
  }
}
