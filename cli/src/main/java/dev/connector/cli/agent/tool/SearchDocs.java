package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.docs.DocumentIndex;
import dev.connector.cli.agent.docs.Hit;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Tool;
import java.util.List;
import java.util.stream.Collectors;

/** Finds sections of the documentation. */
public final class SearchDocs implements AgentTool {

  private static final int MOST_QUERIES = 12;
  private static final int HITS = 5;

  private final DocumentIndex index;

  public SearchDocs(DocumentIndex index) {
    this.index = index;
  }

  @Override
  public Tool description() {
    return new Input()
        .texts("queries", "Words to look for; several searches at once.")
        .required("queries")
        .tool(
            "search_docs", "Finds sections of the documentation; gives ids and the best passages.");
  }

  @Override
  public boolean readsOutside() {
    return true;
  }

  @Override
  public Answer use(ObjectNode arguments, Draft draft) {
    List<String> queries = Input.texts(arguments, "queries", MOST_QUERIES);
    return queries.isEmpty()
        ? Answer.refused("give queries, a list of texts")
        : Answer.of(queries.stream().map(this::found).collect(Collectors.joining("\n\n")));
  }

  private String found(String query) {
    List<Hit> hits = index.search(query, HITS);
    return query
        + ":"
        + (hits.isEmpty() ? " nothing" : "")
        + hits.stream()
            .map(
                hit ->
                    "\n- " + hit.id() + " " + String.join(" > ", hit.path()) + ": " + hit.snippet())
            .collect(Collectors.joining());
  }
}
