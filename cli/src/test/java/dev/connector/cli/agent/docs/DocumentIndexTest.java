package dev.connector.cli.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentIndexTest {

  private static final String PAGING =
      """
      # Paging

      Lists come in pages.

      ## By cursor

      Pass `starting_after` with the id of the last object; the answer has a `nextPageToken`.

      ## Limits

      The header X-Rate-Limit-Remaining says how many requests are left.
      """;
  private static final String LOGIN =
      "# Logging in\n\n"
          + "Words of no matter. ".repeat(60)
          + "\n\nSend client_id and then refreshToken.\n";

  private final DocumentIndex index =
      DocumentIndex.of(List.of(document(1, PAGING), document(2, LOGIN)));

  @Test
  void identifiersAreFoundWholeAndByTheirWords() {
    for (String query :
        List.of(
            "starting_after",
            "starting after",
            "nextPageToken",
            "page token",
            "next_page_token",
            "\"starting_after\",")) {
      assertThat(index.search(query, 3)).as(query).first().extracting(Hit::id).isEqualTo("d1.2");
    }
    for (String query :
        List.of("X-Rate-Limit-Remaining", "rate limit", "x-rate", "remaining requests")) {
      assertThat(index.search(query, 3)).as(query).first().extracting(Hit::id).isEqualTo("d1.3");
    }
    assertThat(index.search("refresh tokens", 1)).extracting(Hit::id).containsExactly("d2.1");
  }

  @Test
  void formsOfAWordAndHeadingsAreFound() {
    assertThat(index.search("how do I log in", 1)).extracting(Hit::id).containsExactly("d2.1");
    assertThat(index.search("cursors", 1)).extracting(Hit::id).containsExactly("d1.2");
  }

  @Test
  void theSnippetIsThePassageThatAnswers() {
    Hit hit = index.search("client_id refreshToken", 1).get(0);

    assertThat(hit.snippet())
        .startsWith("...")
        .contains("client_id and then refreshToken")
        .hasSizeLessThan(320);
    assertThat(hit.path()).containsExactly("Logging in");
  }

  @Test
  void nothingInAQueryIsSyntax() {
    Random random = new Random(3);
    String odd = "+-&|!(){}[]^\"~*?:\\/ AND OR NOT \u0000\ud83d\u202e%s'";
    for (int i = 0; i < 500; i++) {
      StringBuilder query = new StringBuilder("rate ");
      random.ints(20, 0, odd.length()).forEach(at -> query.append(odd.charAt(at)));
      assertThat(index.search(query.toString(), 5)).as(query.toString()).isNotEmpty();
    }
    assertThat(index.search("", 5)).isEmpty();
    assertThat(index.search("the of", 5)).isEmpty();
    assertThat(index.search("x".repeat(100_000), 5)).isEmpty();
    assertThat(index.search("rate", 0)).isEmpty();
  }

  @Test
  void aSectionIsReadWithItsNeighbours() {
    Excerpt excerpt = index.read("d1.2").orElseThrow();

    assertThat(excerpt.section().text()).contains("Pass `starting_after`");
    assertThat(excerpt.previous()).contains("d1.1");
    assertThat(excerpt.next()).contains("d1.3");
    assertThat(index.read("d1.3").orElseThrow().next()).isEmpty();
    assertThat(index.read("d2").orElseThrow().section().id()).isEqualTo("d2.1");
    assertThat(index.read("docs/1.md#limits").orElseThrow().section().id()).isEqualTo("d1.3");
    assertThat(index.read("d9.9")).isEmpty();
  }

  @Test
  void theOutlineFitsWhatIsAskedFor() {
    assertThat(index.outline(10_000))
        .isEqualTo(
            "d1 Paging (docs/1.md)\n  d1.2 By cursor\n  d1.3 Limits\nd2 Logging in (docs/2.md)");
    assertThat(index.outline(60)).isEqualTo("d1 Paging (docs/1.md)\nd2 Logging in (docs/2.md)");

    List<Document> many = new ArrayList<>();
    IntStream.rangeClosed(1, 500).forEach(i -> many.add(document(i, PAGING)));
    String outline = DocumentIndex.of(many).outline(1000);
    assertThat(outline).hasSizeBetween(800, 1000).endsWith("more documents, which a search finds");
  }

  @Test
  void longPartsAreCutBetweenBlocksAndNothingIsLost() {
    StringBuilder markdown = new StringBuilder("# Long\n\n");
    for (int i = 0; i < 100; i++) {
      markdown.append("Paragraph ").append(i).append(' ').append("word ".repeat(20)).append("\n\n");
    }
    String code = "line of code\n".repeat(350);
    markdown.append("```\n").append(code).append("```\n\n").append("z".repeat(9000));

    Document document = document(1, markdown.toString());

    assertThat(document.sections())
        .hasSizeGreaterThan(5)
        .allMatch(it -> it.path().equals(List.of("Long")));
    assertThat(document.sections()).anyMatch(it -> it.text().equals("```\n" + code + "```"));
    assertThat(document.sections())
        .filteredOn(it -> !it.text().contains("code"))
        .allMatch(it -> it.text().length() <= 2500);
    String all = String.join("\n", document.sections().stream().map(Section::text).toList());
    IntStream.range(0, 100).forEach(i -> assertThat(all).contains("Paragraph " + i + " "));
    assertThat(all.chars().filter(c -> c == 'z').count()).isEqualTo(9000);
  }

  static Document document(int number, String markdown) {
    Page page = MarkdownPage.read(markdown, "", it -> Optional.empty());
    return SectionCutter.cut("d" + number, "docs/" + number + ".md", page.title(), page.blocks());
  }
}
