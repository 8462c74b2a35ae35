package dev.connector.scaffold.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a tree event by event, without recursion, and keeps it within the limits. Short texts that
 * occur again are kept once: most of a description is {@code string} and {@code object}.
 */
final class TreeBuilder {

  private static final int LONGEST_SHARED = 40;
  private static final int MOST_SHARED = 50_000;
  private static final int MOST_NOTES = 50;

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final List<Open> open = new ArrayList<>();
  private final List<Tree.Note> notes = new ArrayList<>();
  private final Map<String, TextNode> shared = new HashMap<>();
  private JsonNode root = MissingNode.getInstance();
  private long values;

  private static final class Open {
    final ContainerNode<?> node;
    String key = "";

    Open(ContainerNode<?> node) {
      this.node = node;
    }
  }

  void startObject() throws MalformedException {
    start(nodes.objectNode());
  }

  void startArray() throws MalformedException {
    start(nodes.arrayNode());
  }

  private void start(ContainerNode<?> node) throws MalformedException {
    if (open.size() >= Limits.MOST_NESTING) {
      throw MalformedException.tooMuch(
          "is nested more than " + Limits.MOST_NESTING + " levels deep");
    }
    count(1);
    open.add(new Open(node));
  }

  /** Ends the innermost object or list and puts it where it belongs. */
  JsonNode end() {
    JsonNode ended = open.remove(open.size() - 1).node;
    put(ended);
    return ended;
  }

  /** The name of the member that comes next. */
  void key(String name) {
    open.get(open.size() - 1).key = name;
  }

  JsonNode text(String text) throws MalformedException {
    return text.length() > LONGEST_SHARED || shared.size() >= MOST_SHARED
        ? value(TextNode.valueOf(text))
        : value(shared.computeIfAbsent(text, TextNode::valueOf));
  }

  JsonNode decimal(BigDecimal number, String written) throws MalformedException {
    return Math.abs((long) number.scale()) > Limits.GREATEST_EXPONENT
        ? text(written)
        : value(DecimalNode.valueOf(number));
  }

  JsonNode value(JsonNode value) throws MalformedException {
    count(1);
    put(value);
    return value;
  }

  /** A value that is used again; it weighs as much as it did the first time. */
  void again(JsonNode value, long weight) throws MalformedException {
    count(weight);
    put(value);
  }

  private void put(JsonNode value) {
    if (open.isEmpty()) {
      root = value;
      return;
    }
    Open parent = open.get(open.size() - 1);
    if (parent.node instanceof ArrayNode list) {
      list.add(value);
    } else if (parent.node instanceof ObjectNode object) {
      if (object.replace(parent.key, value) != null) {
        note("is there twice; the last one counts");
      }
    }
  }

  private void count(long more) throws MalformedException {
    values += more;
    if (values > Limits.MOST_VALUES) {
      throw MalformedException.tooMuch("has more than " + Limits.MOST_VALUES + " values");
    }
  }

  /** How many values there are so far. */
  long values() {
    return values;
  }

  /** How many objects and lists are open. */
  int depth() {
    return open.size();
  }

  /** The innermost object or list. */
  ContainerNode<?> innermost() {
    return open.get(open.size() - 1).node;
  }

  /** Notes something of the value that comes next or was put last. */
  void note(String problem) {
    if (notes.size() < MOST_NOTES) {
      notes.add(new Tree.Note(place(), problem));
    }
  }

  private String place() {
    StringBuilder place = new StringBuilder("#");
    for (Open it : open) {
      place.append('/');
      if (it.node instanceof ArrayNode list) {
        place.append(list.size());
      } else {
        place.append(it.key.replace("~", "~0").replace("/", "~1"));
      }
    }
    return place.toString();
  }

  Tree tree() {
    return new Tree(root, notes);
  }
}
