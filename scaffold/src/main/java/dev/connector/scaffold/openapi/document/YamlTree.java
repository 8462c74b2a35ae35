package dev.connector.scaffold.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 from its events, so that tags construct nothing. What an alias stands for is
 * shared, not copied, and counted as if it were copied. {@code <<} merges, as YAML 1.1 had it:
 * descriptions use it.
 */
final class YamlTree {

  private static final LoadSettings YAML =
      LoadSettings.builder().setCodePointLimit(Limits.MOST_BYTES).build();

  private final TreeBuilder tree = new TreeBuilder();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final List<Level> levels = new ArrayList<>();

  private record Anchored(JsonNode node, long weight) {}

  /** An object or list that is open. */
  private static final class Level {
    final boolean object;
    final Optional<String> anchor;
    final long before;
    boolean key;
    boolean merges;
    final List<JsonNode> merged = new ArrayList<>();

    Level(boolean object, Optional<String> anchor, long before) {
      this.object = object;
      this.anchor = anchor;
      this.before = before;
      this.key = object;
    }
  }

  static Tree read(String text) throws MalformedException {
    YamlTree yaml = new YamlTree();
    boolean ended = false;
    try {
      for (Event event : new Parse(YAML).parseString(text)) {
        if (ended && event.getEventId() == Event.ID.DocumentStart) {
          yaml.tree.note("is followed by more documents, which are not read");
          break;
        }
        ended = event.getEventId() == Event.ID.DocumentEnd;
        yaml.add(event);
      }
    } catch (MarkedYamlEngineException e) {
      String where =
          e.getProblemMark()
              .map(it -> "line " + (it.getLine() + 1) + " column " + (it.getColumn() + 1))
              .orElse("somewhere");
      throw MalformedException.malformed("is not YAML, " + where + ": " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw MalformedException.malformed("is not YAML: " + e.getMessage(), e);
    }
    return yaml.tree.tree();
  }

  private void add(Event event) throws MalformedException {
    switch (event.getEventId()) {
      case MappingStart -> start(true, (NodeEvent) event);
      case SequenceStart -> start(false, (NodeEvent) event);
      case MappingEnd, SequenceEnd -> end();
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      default -> {}
    }
  }

  private void start(boolean object, NodeEvent event) throws MalformedException {
    if (expectsKey()) {
      throw MalformedException.malformed(
          "is no description" + at(event) + ": a name is not a text");
    }
    levels.add(new Level(object, anchor(event), tree.values()));
    anchor(event).ifPresent(anchors::remove);
    if (object) {
      tree.startObject();
    } else {
      tree.startArray();
    }
  }

  private static Optional<String> anchor(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue);
  }

  private void end() throws MalformedException {
    Level level = levels.remove(levels.size() - 1);
    merge(level);
    JsonNode ended = tree.end();
    remember(level.anchor, ended, tree.values() - level.before);
    ended(ended);
  }

  private void scalar(ScalarEvent event) throws MalformedException {
    if (expectsKey()) {
      key(event);
      return;
    }
    long before = tree.values();
    boolean plain = event.isPlain() && event.getTag().isEmpty();
    JsonNode value = plain ? YamlScalar.add(event.getValue(), tree) : tree.text(event.getValue());
    remember(anchor(event), value, tree.values() - before);
    ended(value);
  }

  private void key(ScalarEvent event) {
    Level level = levels.get(levels.size() - 1);
    level.key = false;
    level.merges = event.isPlain() && event.getValue().equals("<<");
    tree.key(event.getValue());
  }

  private void alias(AliasEvent event) throws MalformedException {
    Anchored anchored = anchors.get(event.getAlias().getValue());
    if (anchored == null) {
      throw MalformedException.malformed(
          "is no description" + at(event) + ": *" + event.getAlias() + " stands for nothing yet");
    }
    if (expectsKey()) {
      levels.get(levels.size() - 1).key = false;
      tree.key(anchored.node.asText());
      return;
    }
    tree.again(anchored.node, anchored.weight);
    ended(anchored.node);
  }

  private void remember(Optional<String> anchor, JsonNode node, long weight) {
    anchor.ifPresent(it -> anchors.put(it, new Anchored(node, weight)));
  }

  private boolean expectsKey() {
    return !levels.isEmpty() && levels.get(levels.size() - 1).key;
  }

  /** After a value of an object comes a name. */
  private void ended(JsonNode value) {
    if (!levels.isEmpty()) {
      Level level = levels.get(levels.size() - 1);
      level.key = level.object;
      if (level.merges) {
        level.merges = false;
        level.merged.add(value);
      }
    }
  }

  /** What is merged gives way to what the object says itself, and the later to the earlier. */
  private void merge(Level level) throws MalformedException {
    if (level.merged.isEmpty() || !(tree.innermost() instanceof ObjectNode object)) {
      return;
    }
    object.remove("<<");
    for (JsonNode merged : level.merged) {
      Iterable<JsonNode> sources = merged.isArray() ? merged : List.of(merged);
      for (JsonNode source : sources) {
        for (Map.Entry<String, JsonNode> it : source.properties()) {
          object.putIfAbsent(it.getKey(), it.getValue());
        }
      }
    }
  }

  private static String at(Event event) {
    return event
        .getStartMark()
        .map(it -> ", line " + (it.getLine() + 1) + " column " + (it.getColumn() + 1))
        .orElse("");
  }
}
