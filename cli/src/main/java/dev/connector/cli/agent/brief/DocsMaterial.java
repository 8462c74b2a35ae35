package dev.connector.cli.agent.brief;

import dev.connector.cli.agent.docs.Document;
import dev.connector.cli.agent.docs.DocumentIndex;
import dev.connector.cli.agent.docs.Hit;
import dev.connector.cli.agent.docs.Section;
import dev.connector.cli.agent.draft.Draft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Documentation that was read. One that is short is shown whole; of a long one its outline and what
 * is asked of every API, and the rest is for the model to search.
 */
public final class DocsMaterial implements Material {

  /** About ten thousand tokens: less than searching would come to. */
  private static final int SHORT = 40_000;

  private static final int OUTLINE = 6_000;
  private static final int LIKELY = 14_000;

  private static final List<String> ALWAYS =
      List.of(
          "authentication API key token login",
          "pagination next page cursor limit per page",
          "rate limit 429 retry after",
          "errors status codes",
          "filter updated since changed after incremental",
          "webhook signature verification");

  private final DocumentIndex index;
  private final List<Section> sections;

  public DocsMaterial(DocumentIndex index, List<Document> documents) {
    this.index = index;
    this.sections = documents.stream().flatMap(it -> it.sections().stream()).toList();
  }

  @Override
  public String opening() {
    if (isShort()) {
      return "All of it:\n\n" + shown(sections, SHORT);
    }
    return "It is long: search it with search_docs, read sections by their ids with read_docs.\n\n"
        + index.outline(OUTLINE)
        + "\n\nWhat is likely needed:\n\n"
        + shown(found(ALWAYS), LIKELY);
  }

  @Override
  public String about(Draft draft) {
    if (isShort()) {
      return shown(sections, SHORT);
    }
    List<String> queries = new ArrayList<>();
    draft
        .document()
        .path("resources")
        .properties()
        .forEach(it -> queries.add("list " + it.getKey() + " fields"));
    queries.addAll(ALWAYS);
    return shown(found(queries), SHORT);
  }

  private boolean isShort() {
    return sections.stream().mapToInt(it -> it.text().length() + 60).sum() <= SHORT;
  }

  /** The best of each query, then the second best of each. */
  private List<Section> found(List<String> queries) {
    List<List<Hit>> hits = queries.stream().map(query -> index.search(query, 2)).toList();
    Set<String> ids = new LinkedHashSet<>();
    for (int rank = 0; rank < 2; rank++) {
      for (List<Hit> each : hits) {
        each.stream().skip(rank).limit(1).forEach(hit -> ids.add(hit.id()));
      }
    }
    return ids.stream()
        .flatMap(id -> index.read(id).stream())
        .map(excerpt -> excerpt.section())
        .toList();
  }

  private static String shown(List<Section> sections, int most) {
    List<String> shown = new ArrayList<>();
    int length = 0;
    for (Section section : sections) {
      String text = DocsText.of(section);
      if (length + text.length() <= most) {
        shown.add(text);
        length += text.length();
      }
    }
    return shown.stream().collect(Collectors.joining("\n\n"));
  }
}
