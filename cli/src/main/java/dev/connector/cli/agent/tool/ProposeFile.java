package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.draft.OwnFiles;
import dev.connector.cli.agent.model.Tool;
import java.util.Optional;

/** A file as it is, where the definition cannot say it. */
public final class ProposeFile implements AgentTool {

  private final OwnFiles files;

  public ProposeFile(OwnFiles files) {
    this.files = files;
  }

  @Override
  public Tool description() {
    return new Input()
        .text("path", "One of " + files.places())
        .text("content", "All of it; empty to take a proposed file back.")
        .required("path", "content")
        .tool(
            "propose_file",
            "Proposes a Java class or a recorded exchange, for what connector.json cannot say. Rarely needed.");
  }

  @Override
  public boolean readsOutside() {
    return false;
  }

  @Override
  public Answer use(ObjectNode arguments, Draft draft) {
    String path = arguments.path("path").asText();
    String content = arguments.path("content").asText();
    Optional<String> refusal = files.refusal(draft, path, content);
    if (content.isEmpty() && !draft.own().containsKey(path)) {
      return Answer.refused(
          "refused: you proposed no such file; what is rendered goes with the definition");
    }
    return refusal
        .map(why -> Answer.refused("refused: " + why))
        .orElseGet(() -> Answer.changed("Taken.", draft.file(path, content)));
  }
}
