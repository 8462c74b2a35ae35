package dev.connector.scaffold.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.connector.runtime.message.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  @Test
  void what_fits_on_a_line_is_on_one_but_for_the_root() throws Exception {
    String wide = "\"%s\"".formatted("x".repeat(100));

    assertThat(
            pretty(
                "{\"a\":{},\"b\":{\"c\":[1,\"2\",null]},\"d\":[{\"e\":" + wide + ",\"f\":1.50}]}"))
        .isEqualTo(
            """
            {
              "a": {},
              "b": { "c": [1, "2", null] },
              "d": [
                {
                  "e": %s,
                  "f": 1.50
                }
              ]
            }
            """
                .formatted(wide));
    assertThat(pretty("{}")).isEqualTo("{}\n");
    assertThat(pretty("\"x\"")).isEqualTo("\"x\"\n");
  }

  @Test
  void a_line_has_120_columns_and_no_more() throws Exception {
    String fits = "{\"k\":{\"v\":\"%s\"},\"l\":1}";

    assertThat(pretty(fits.formatted("x".repeat(101))).lines())
        .allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(120))
        .hasSize(4);
    assertThat(pretty(fits.formatted("x".repeat(102))).lines()).hasSize(6);
  }

  @Test
  void nothing_hides_and_nothing_changes() throws Exception {
    JsonNode hostile =
        JsonNodeFactory.instance
            .objectNode()
            .put("a\u202e\"\\\n\t\u0000", "\u2066é 美 🙂\u2028\ufeff\ud800\u200b\udb40\udc41");

    String written = new String(CanonicalJson.bytes(hostile), StandardCharsets.UTF_8);

    assertThat(written).contains("é 美 🙂", "\\u202e", "\\u2028", "\\u200b", "\\udb40\\udc41");
    assertThat(written.codePoints().filter(c -> c != '\n' && Unseen.is(c))).isEmpty();
    assertThat(Json.parse(written)).isEqualTo(hostile);
  }

  @Test
  void deep_nesting_takes_time_in_proportion() {
    JsonNode deep = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 900; i++) {
      deep = JsonNodeFactory.instance.arrayNode().add(deep).add("x".repeat(60));
    }

    assertThat(CanonicalJson.bytes(deep)).hasSizeLessThan(3_000_000);
  }

  private static String pretty(String json) throws Exception {
    return new String(CanonicalJson.bytes(Json.parse(json)), StandardCharsets.UTF_8);
  }
}
