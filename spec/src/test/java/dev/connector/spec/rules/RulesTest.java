package dev.connector.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {

  private final Rules rules = Rules.load();

  @Test
  void rulesAreNumberedWithoutGapsInEachChapter() {
    for (Chapter chapter : rules.chapters()) {
      List<String> expected = new ArrayList<>();
      for (int n = 1; n <= chapter.rules().size(); n++) {
        expected.add(chapter.id() + "-" + n);
      }
      assertThat(chapter.rules()).extracting(Rule::id).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void everyChapterOfTheSpecificationIsThere() {
    assertThat(rules.chapters())
        .extracting(Chapter::id)
        .containsExactly(
            "LIFE", "REQ", "RETRY", "BREAK", "RATE", "ERR", "AUTH", "PAGE", "INC", "DATA", "HOOK",
            "OBS", "PKG", "TRUTH", "LIVE");
    assertThat(rules.all()).hasSize(63);
  }

  @Test
  void onlyTwoRulesAreShouldRules() {
    assertThat(rules.where(rule -> rule.level() == Level.SHOULD))
        .extracting(Rule::id)
        .containsExactly("RATE-4", "DATA-5");
  }

  @Test
  void onlyTruthAndLiveAreEvidence() {
    assertThat(rules.where(rule -> rule.agreement() == Agreement.EVIDENCE))
        .extracting(Rule::chapter)
        .containsOnly("TRUTH", "LIVE");
    assertThat(rules.rule("PKG-4").agreement()).isEqualTo(Agreement.DEFINITION);
  }

  @Test
  void theCodesOfErrorsAreThoseOfTheRuntime() {
    List<String> codes = new ArrayList<>();
    rules.rule("ERR-2").values().get("codes").forEach(code -> codes.add(code.textValue()));
    assertThat(codes)
        .containsExactlyElementsOf(Stream.of(ErrorCode.values()).map(Enum::name).toList());
  }

  @Test
  void theDefaultsOfThePolicyAreThoseOfTheRuntime() {
    Map<String, JsonNode> figures = new HashMap<>();
    rules.all().forEach(rule -> figures.putAll(rule.values()));
    for (Setting<?> setting : Policy.SETTINGS) {
      if (setting.defaultValue().isPresent()) {
        assertThat(figures).containsKey(setting.name());
        assertThat(setting.shape().parse().apply(figures.get(setting.name()).asText()).toString())
            .as(setting.name())
            .isEqualTo(setting.shape().parse().apply(setting.defaultValue().get()).toString());
      }
    }
  }

  @Test
  void aRuleIsFoundAsAUserWritesIt() {
    assertThat(rules.find("retry-2")).contains(rules.rule("RETRY-2"));
    assertThat(rules.find("RETRY-99")).isEmpty();
    assertThatThrownBy(() -> rules.rule("RETRY-99")).hasMessage("there is no rule RETRY-99");
  }

  @Test
  void aRuleThatStandsTwiceIsRefused() {
    String rule =
        "{'id':'A-1','title':'t','level':'must','check':'S','statement':'s','rationale':'r'}";
    assertThatThrownBy(() -> read("{'id':'A','title':'a','rules':[" + rule + "," + rule + "]}"))
        .hasMessage("A-1 stands twice in the rules");
    assertThatThrownBy(() -> read("{'id':'B','title':'b','rules':[" + rule + "]}"))
        .hasMessage("A-1 stands in chapter B");
    assertThatThrownBy(
            () -> read("{'id':'A','title':'a','rules':[" + rule.replace("'S'", "'X'") + "]}"))
        .hasMessage("no kind of check: X");
  }

  private static Rules read(String chapter) throws Exception {
    String document = "{'version':'1.0.0','chapters':[" + chapter + "]}";
    return Rules.of(new ObjectMapper().readTree(document.replace('\'', '"')));
  }
}
