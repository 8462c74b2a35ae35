package dev.connector.scaffold.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentParserTest {

  private static Tree parse(String text) throws MalformedException {
    return DocumentParser.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode root(String text) throws MalformedException {
    return parse(text).root();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void everyUnicodeEncodingIsReadWithAndWithoutItsMark(String charset) throws Exception {
    for (String mark : new String[] {"", "\ufeff"}) {
      byte[] bytes = (mark + "{\"title\": \"Grüße\"}").getBytes(Charset.forName(charset));
      assertThat(DocumentParser.parse(bytes).root().path("title").asText()).isEqualTo("Grüße");
      assertThat(DocumentParser.parse(bytes).notes()).isEmpty();
    }
  }

  @Test
  void bytes_that_are_no_utf8_are_read_and_told_of() throws Exception {
    Tree tree = DocumentParser.parse("title: Grüße".getBytes(Charset.forName("windows-1252")));
    assertThat(tree.root().path("title").asText()).isEqualTo("Grüße");
    assertThat(tree.notes()).singleElement().asString().contains("Windows-1252");
  }

  @Test
  void yaml_words_are_read_by_the_rules_of_yaml12() throws Exception {
    JsonNode root =
        root(
            "no: no\nversion: 1.10\ndate: 2020-01-01\nage: 0o17\nhex: 0x1F\ntime: 12:30\n"
                + "nothing: ~\nempty:\nyes: true\nquoted: '1'\n200: ok\nfloat: -1.5e3\ndash: -x\n"
                + "inf: .inf\nlong: 9999999999\nhuge: 99999999999999999999\n");
    assertThat(root.path("no").textValue()).isEqualTo("no");
    assertThat(root.path("version").asText()).isEqualTo("1.10");
    assertThat(root.path("date").textValue()).isEqualTo("2020-01-01");
    assertThat(root.path("age").intValue()).isEqualTo(15);
    assertThat(root.path("hex").intValue()).isEqualTo(31);
    assertThat(root.path("time").textValue()).isEqualTo("12:30");
    assertThat(root.path("nothing").isNull()).isTrue();
    assertThat(root.path("empty").isNull()).isTrue();
    assertThat(root.path("yes").booleanValue()).isTrue();
    assertThat(root.path("quoted").textValue()).isEqualTo("1");
    assertThat(root.path("200").textValue()).isEqualTo("ok");
    assertThat(root.path("float").isNumber()).isTrue();
    assertThat(root.path("dash").textValue()).isEqualTo("-x");
    assertThat(root.path("inf").textValue()).isEqualTo(".inf");
    assertThat(root.path("long").longValue()).isEqualTo(9999999999L);
    assertThat(root.path("huge").asText()).isEqualTo("99999999999999999999");
  }

  @Test
  void an_alias_shares_what_it_stands_for_and_merges_give_way() throws Exception {
    JsonNode root =
        root(
            "base: &b {type: object, x: 1}\nsame: *b\nmore: {<<: *b, x: 2}\n"
                + "list: {<<: [*b, {y: 3}], z: 4}\nname: &n id\n*n : key\n");
    assertThat(root.path("same")).isSameAs(root.path("base"));
    assertThat(root.path("more").toString()).isEqualTo("{\"x\":2,\"type\":\"object\"}");
    assertThat(root.path("list").toString())
        .isEqualTo("{\"z\":4,\"type\":\"object\",\"x\":1,\"y\":3}");
    assertThat(root.path("id").textValue()).isEqualTo("key");
  }

  @Test
  void aliases_that_grow_by_powers_are_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n");
    for (int i = 1; i < 20; i++) {
      bomb.append("a" + i + ": &a" + i + " [");
      for (int j = 0; j < 9; j++) {
        bomb.append(j > 0 ? ", *a" : "*a").append(i - 1);
      }
      bomb.append("]\n");
    }
    assertThatThrownBy(() -> parse(bomb.toString()))
        .isInstanceOf(MalformedException.class)
        .hasMessage("has more than 6000000 values");
  }

  @Test
  void merges_that_grow_by_powers_are_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 {k: 1}\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d {<<: [*a%d, *a%d]}\n".formatted(i, i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> parse(bomb.toString())).hasMessage("has more than 6000000 values");
  }

  @Test
  void an_alias_within_what_it_stands_for_is_refused() {
    assertThatThrownBy(() -> parse("a: &a [*a]\n"))
        .hasMessageContaining("line 1 column 8")
        .hasMessageContaining("*a stands for nothing yet");
  }

  @Test
  void tags_construct_nothing() throws Exception {
    JsonNode root =
        root("a: !!java.net.URL [\"https://example.com\"]\nb: !custom text\nc: !!int x\n");
    assertThat(root.toString())
        .isEqualTo("{\"a\":[\"https://example.com\"],\"b\":\"text\",\"c\":\"x\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": {\"b\": 1, \"b\": 2}}", "a:\n  b: 1\n  b: 2\n"})
  void aNameThatIsThereTwiceIsToldOfAndTheLastCounts(String text) throws Exception {
    Tree tree = parse(text);
    assertThat(tree.root().path("a").path("b").intValue()).isEqualTo(2);
    assertThat(tree.notes())
        .containsExactly(new Tree.Note("#/a/b", "is there twice; the last one counts"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "- ", "{a: "})
  void whatIsNestedTooDeeplyIsRefused(String open) {
    assertThatThrownBy(() -> parse(open.repeat(100_000)))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("nested more than 250 levels deep");
  }

  @Test
  void numbers_that_would_fill_the_memory_stay_text() throws Exception {
    assertThat(root("{\"a\": 1e999999999}").path("a").textValue()).isEqualTo("1e999999999");
    assertThat(root("a: 1e999999999\nb: 1e99999999999").path("a").textValue())
        .isEqualTo("1e999999999");
  }

  @Test
  void json_as_people_write_it_is_read() throws Exception {
    assertThat(root("{\"a\": [1, 2,], // why\n \"b\": \"x\ny\",}").size()).isEqualTo(2);
    assertThat(root("{a: 1, b: [x, y]}").path("b").path(1).asText()).isEqualTo("y");
  }

  @Test
  void what_is_malformed_is_told_with_its_place() {
    assertThatThrownBy(() -> parse("{\"a\": 1,\n \"b\" 2}"))
        .hasMessageStartingWith("is not JSON, line 2 column");
    assertThatThrownBy(() -> parse("a: 1\n b: 2\n")).hasMessageStartingWith("is not YAML, line 2");
    assertThatThrownBy(() -> parse("{\"a\": 1} {\"b\": 2}"))
        .hasMessageStartingWith("goes on after its end");
    assertThatThrownBy(() -> parse("? [a, b]\n: c\n")).hasMessageContaining("a name is not a text");
  }

  @Test
  void of_several_yaml_documents_the_first_is_read() throws Exception {
    Tree tree = parse("a: 1\n---\na: 2\n");
    assertThat(tree.root().path("a").intValue()).isEqualTo(1);
    assertThat(tree.notes()).singleElement().asString().contains("more documents");
  }
}
