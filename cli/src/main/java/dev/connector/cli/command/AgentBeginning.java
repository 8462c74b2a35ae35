package dev.connector.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.transcript.BegunFormat;
import dev.connector.registry.source.Origin;
import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.ConnectorName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a run depends on beside the model and the project, as the first line of its transcript
 * has it: so a run that is repeated begins with the same.
 *
 * @param existing whether the connector was in the project
 * @param docs as typed
 * @param task as typed; empty for everything
 * @param source of the description, for those who read of it; empty where there is none
 * @param origin as the lock is to know it
 */
record AgentBeginning(
    String name,
    boolean existing,
    List<String> docs,
    String task,
    InferredDefinition begun,
    String source,
    Origin.Rendered origin) {

  /**
   * A connector of which nothing is known for certain.
   *
   * @param said what a description says all the same, a line each
   */
  static InferredDefinition nothing(String name, List<String> said) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("format", 1).put("name", name).put("version", "0.1.0");
    InferredDefinition written = Draft.written(document, Map.of());
    return new InferredDefinition(
        document, Map.of(), Map.of(), written.explanation(), List.of(), said);
  }

  static Origin.Rendered nowhere() {
    return new Origin.Rendered("", "", new TreeMap<>(), ConnectorDraft.TEMPLATES, "");
  }

  ObjectNode line() {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("name", name).put("existing", existing).put("task", task);
    docs.forEach(line.putArray("docs")::add);
    ObjectNode description = line.putObject("description");
    description
        .put("source", source)
        .put("address", origin.description())
        .put("sha256", origin.sha256());
    ObjectNode selection = description.putObject("selection");
    origin
        .selection()
        .forEach((kind, words) -> words.forEach(selection.withArray("/" + kind)::add));
    line.set("begun", BegunFormat.write(begun));
    return line;
  }

  /** What an earlier run began with. */
  static AgentBeginning read(JsonNode line) {
    JsonNode description = line.path("description");
    SortedMap<String, List<String>> selection = new TreeMap<>();
    description
        .path("selection")
        .properties()
        .forEach(it -> selection.put(it.getKey(), texts(it.getValue())));
    ConnectorName.require(line.path("name").asText());
    return new AgentBeginning(
        line.path("name").asText(),
        line.path("existing").asBoolean(),
        texts(line.path("docs")),
        line.path("task").asText(),
        BegunFormat.read(line.path("begun")),
        description.path("source").asText(),
        new Origin.Rendered(
            description.path("address").asText(),
            description.path("sha256").asText(),
            selection,
            ConnectorDraft.TEMPLATES,
            ""));
  }

  /** A repetition on other ground would say something else than it did. */
  void requireSame(Optional<String> typedName, boolean isInstalled) {
    if (typedName.filter(it -> !it.equals(name)).isPresent()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "that transcript is of " + name + ", not of " + typedName.get(),
          "leave the name out");
    }
    if (existing != isInstalled) {
      throw new ConnectorException(
          ConnectorException.Kind.CONFLICT,
          name + (existing ? " is not in this project any more" : " is in this project by now"),
          existing
              ? "bring it back first: connector install"
              : "take it back first: connector undo; or repeat the run in another folder: --cwd");
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
