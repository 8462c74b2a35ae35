package dev.connector.cli.agent;

import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Tool;
import dev.connector.cli.agent.tool.AgentTool;
import dev.connector.cli.agent.tool.Answer;
import dev.connector.cli.agent.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tools of a run, by name. What came from outside is remembered, so that it can be repeated.
 */
public final class Toolbox {

  private final Map<String, AgentTool> tools = new LinkedHashMap<>();
  private final Transcript transcript;

  public Toolbox(List<AgentTool> tools, Transcript transcript) {
    tools.forEach(tool -> this.tools.put(tool.description().name(), tool));
    this.transcript = transcript;
  }

  List<Tool> descriptions() {
    return tools.values().stream().map(AgentTool::description).toList();
  }

  /** Does what a model asks for, or says why not. */
  Answer use(Part.Call call, Draft draft) {
    AgentTool tool = tools.get(call.tool());
    // A run that is gone on with may have fewer tools than it began with.
    Optional<Answer> known =
        tool == null || tool.readsOutside() ? transcript.result(call) : Optional.empty();
    if (tool == null && known.isEmpty()) {
      return new Answer(
          "there is no tool " + call.tool() + "; there are " + String.join(", ", tools.keySet()),
          true,
          Optional.empty());
    }
    Answer answer = known.orElseGet(() -> tool.use(call.arguments(), draft));
    transcript.used(call, answer);
    return answer;
  }
}
