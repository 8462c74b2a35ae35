package dev.connector.spec.rules;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ties {@code SPEC.md} and {@code rules.json} together, both ways. */
class SpecificationPageTest {

  private static final Pattern RULE =
      Pattern.compile("(?ms)^### (?<head>[A-Z]+-\\d+ [^\\n]*)\\n(?<body>.*?)(?=^##|\\z)");
  private static final Pattern POLICY =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\S+) \\| [^|]+ \\| ([A-Z]+-\\d+) \\|$");
  private static final Pattern CODE =
      Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| [^|]+ \\| (yes|no) \\|$");

  private final Rules rules = Rules.load();
  private final String page;

  SpecificationPageTest() throws IOException {
    page = Files.readString(Path.of("SPEC.md"));
  }

  @Test
  void eachRuleStandsOnThePageInTheSameWordsAndOrder() {
    Map<String, String> onPage = new LinkedHashMap<>();
    RULE.matcher(page)
        .results()
        .forEach(it -> onPage.put(it.group(1), it.group(2).replaceAll("\\s+", " ").strip()));
    Map<String, String> inFile = new LinkedHashMap<>();
    rules.all().forEach(rule -> inFile.put(rule.id() + " " + rule.title(), written(rule)));

    assertThat(List.copyOf(onPage.keySet())).isEqualTo(List.copyOf(inFile.keySet()));
    assertThat(onPage).isEqualTo(inFile);
  }

  @Test
  void eachChapterHasItsHeadingBeforeItsFirstRule() {
    for (Chapter chapter : rules.chapters()) {
      assertThat(page)
          .containsPattern(
              "(?m)^## "
                  + Pattern.quote(chapter.title())
                  + "\\n\\n([^#]*\\n\\n)?### "
                  + chapter.id()
                  + "-1 ");
    }
  }

  @Test
  void thePolicyHasTheFiguresOfTheRules() {
    List<MatchResult> rows = POLICY.matcher(page).results().toList();
    assertThat(rows).hasSize(13);
    for (MatchResult row : rows) {
      JsonNode value = rules.rule(row.group(3)).values().get(row.group(1));
      assertThat(value).as(row.group()).isNotNull();
      assertThat(value.asText()).as(row.group()).isEqualTo(row.group(2));
    }
  }

  @Test
  void errorCodesAreListedWithWhatTheRuntimeThinksOfRetryingThem() {
    Map<String, String> listed = new LinkedHashMap<>();
    CODE.matcher(page).results().forEach(it -> listed.put(it.group(1), it.group(2)));
    Map<String, String> known = new LinkedHashMap<>();
    Stream.of(ErrorCode.values())
        .forEach(it -> known.put(it.name(), it.retryable() ? "yes" : "no"));
    assertThat(listed).isEqualTo(known);
  }

  @Test
  void thePageNamesTheVersionOfTheRules() {
    assertThat(page).contains("Version " + rules.version() + ".");
  }

  private static String written(Rule rule) {
    String figures =
        rule.values().entrySet().stream()
            .map(it -> "`" + it.getKey() + "` " + figure(it.getValue()))
            .collect(joining(", "));
    return "*"
        + (rule.level() == Level.MUST ? "must" : "should")
        + ", checked "
        + how(rule.check())
        + "* "
        + rule.statement()
        + (figures.isEmpty() ? "" : " *Figures:* " + figures)
        + " *Why:* "
        + rule.rationale();
  }

  private static String figure(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString().replace(",", ", ");
  }

  private static String how(CheckKind kind) {
    return switch (kind) {
      case STATIC -> "statically (S)";
      case PACKAGE -> "by its build (P)";
      case BEHAVIOUR -> "by behaviour (B)";
      case INTERNAL -> "in process (I)";
      case LIVE -> "live (L)";
    };
  }
}
