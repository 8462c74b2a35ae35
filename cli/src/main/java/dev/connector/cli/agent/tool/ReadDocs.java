package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.brief.DocsText;
import dev.connector.cli.agent.docs.DocumentIndex;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Tool;
import java.util.List;
import java.util.stream.Collectors;

/** Gives sections of the documentation. */
public final class ReadDocs implements AgentTool {

  private static final int MOST_SECTIONS = 30;
  private static final int MOST_CHARACTERS = 40_000;

  private final DocumentIndex index;

  public ReadDocs(DocumentIndex index) {
    this.index = index;
  }

  @Override
  public Tool description() {
    return new Input()
        .texts("sections", "Ids such as d3.7; d3 for the beginning of a page.")
        .required("sections")
        .tool(
            "read_docs",
            "Gives sections of the documentation in full; ask for all you need at once.");
  }

  @Override
  public boolean readsOutside() {
    return true;
  }

  @Override
  public Answer use(ObjectNode arguments, Draft draft) {
    List<String> ids = Input.texts(arguments, "sections", MOST_SECTIONS);
    return ids.isEmpty()
        ? Answer.refused("give sections, a list of ids")
        : Answer.of(
            Input.cut(
                ids.stream().map(this::read).collect(Collectors.joining("\n\n")), MOST_CHARACTERS));
  }

  private String read(String id) {
    return index
        .read(id)
        .map(
            excerpt ->
                DocsText.of(excerpt.section())
                    + excerpt.next().map(next -> "\n(next: " + next + ")").orElse(""))
        .orElse("there is no section " + id);
  }
}
