package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Tool;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Definitions of the registry's connectors, which are the examples. */
public final class ViewConnector implements AgentTool {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_CHARACTERS = 12_000;

  private final Supplier<Map<String, byte[]>> definitions;

  /**
   * @param definitions {@code connector.json} by the connector's name; asked for when needed
   */
  public ViewConnector(Supplier<Map<String, byte[]>> definitions) {
    this.definitions = definitions;
  }

  @Override
  public Tool description() {
    return new Input()
        .text("name", "The connector; without it, all there are.")
        .text(
            "part",
            "A JSON Pointer into its connector.json, such as /resources/contacts; without it, its outline.")
        .tool(
            "view_connector",
            "Shows a proven connector of the registry, as an example of the format.");
  }

  @Override
  public boolean readsOutside() {
    return true;
  }

  @Override
  public Answer use(ObjectNode arguments, Draft draft) {
    Map<String, byte[]> all = definitions.get();
    String name = arguments.path("name").asText();
    if (!all.containsKey(name)) {
      return Answer.of("There are: " + String.join(", ", all.keySet()));
    }
    try {
      JsonNode document = JSON.readTree(all.get(name));
      String part = arguments.path("part").asText();
      JsonNode shown = part.isEmpty() ? outline(document) : document.at(JsonPointer.compile(part));
      return shown.isMissingNode()
          ? Answer.refused("it has nothing at " + part)
          : Answer.of(Input.cut(shown.toString(), MOST_CHARACTERS));
    } catch (IOException | IllegalArgumentException | ConnectorException unreadable) {
      return Answer.refused("give a JSON Pointer that begins with a slash");
    }
  }

  /** Everything but resources, and of these the first with the names of the others. */
  private static JsonNode outline(JsonNode document) {
    ObjectNode outline = ((ObjectNode) document).deepCopy();
    ObjectNode resources = outline.putObject("resources");
    List<String> others = new ArrayList<>();
    document
        .path("resources")
        .properties()
        .forEach(
            each -> {
              if (resources.isEmpty()) {
                resources.set(each.getKey(), each.getValue());
              } else {
                others.add(each.getKey());
              }
            });
    outline.put("moreResources", String.join(" ", others));
    return outline;
  }
}
