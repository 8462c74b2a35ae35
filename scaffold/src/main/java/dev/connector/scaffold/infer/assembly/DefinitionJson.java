package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.Source;
import java.util.Locale;
import java.util.Optional;

/** Parts of a definition as {@code connector.json} has them; what is the default is left out. */
final class DefinitionJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DefinitionJson() {}

  static JsonNode records(Records records) {
    boolean plain =
        records.shape() instanceof Records.Array array
            && array.item().matches()
            && records.copy().isEmpty();
    if (plain) {
      return TextNode.valueOf(records.at().toString());
    }
    ObjectNode node = JSON.objectNode();
    if (!records.at().matches()) {
      node.put("at", records.at().toString());
    }
    if (records.shape() instanceof Records.Array array) {
      node.put("item", array.item().toString());
    } else if (records.shape() instanceof Records.Entries entries) {
      node.put("shape", "map").put("key", entries.key().toString());
      if (!entries.value().matches()) {
        node.put("value", entries.value().toString());
      }
    } else if (records.shape() instanceof Records.Table table) {
      node.put("shape", "table").put("columns", table.columns().toString());
    } else {
      node.put("shape", "single");
    }
    if (!records.copy().isEmpty()) {
      ObjectNode copy = node.putObject("copy");
      records.copy().forEach((place, from) -> copy.put(place.toString(), from.toString()));
    }
    return node;
  }

  static ObjectNode pagination(Pagination pagination) {
    ObjectNode node = JSON.objectNode();
    if (pagination instanceof Pagination.Page page) {
      node.put("type", "page").set("parameter", placement(page.parameter()));
      if (page.first() != 1) {
        node.put("first", page.first());
      }
      end(node, page.end());
    } else if (pagination instanceof Pagination.Offset offset) {
      node.put("type", "offset").set("parameter", placement(offset.parameter()));
      if (offset.first() != 0) {
        node.put("first", offset.first());
      }
      end(node, offset.end());
    } else if (pagination instanceof Pagination.Cursor cursor) {
      node.put("type", "cursor").set("next", source(cursor.next()));
      node.set("parameter", placement(cursor.parameter()));
      cursor.continuation().first().ifPresent(it -> node.put("first", it));
      cursor.continuation().operation().ifPresent(it -> node.put("operation", it));
      if (cursor.continuation().alone()) {
        node.put("alone", true);
      }
      end(node, cursor.end());
    } else if (pagination instanceof Pagination.Keyset keyset) {
      node.put("type", "keyset").set("parameter", placement(keyset.parameter()));
      node.put("key", keyset.key().toString());
      end(node, keyset.end());
    } else if (pagination instanceof Pagination.NextLink link) {
      node.put("type", "nextLink").set("next", source(link.next()));
    } else if (pagination instanceof Pagination.LinkHeader link) {
      node.put("type", "linkHeader");
      if (!link.relation().equals("next")) {
        node.put("relation", link.relation());
      }
    }
    pagination.size().ifPresent(it -> size(node.putObject("size"), it));
    pagination
        .window()
        .ifPresent(
            it -> {
              ObjectNode window = node.putObject("window").put("results", it.results());
              if (it.restart()) {
                window.put("restart", true);
              }
            });
    return node;
  }

  private static void size(ObjectNode node, Pagination.Size size) {
    size.parameter().ifPresent(it -> node.set("parameter", placement(it)));
    node.put("value", size.value());
  }

  private static void end(ObjectNode node, Pagination.End end) {
    put(node, "more", end.more());
    put(node, "total", end.total());
    put(node, "pages", end.pages());
  }

  private static void put(ObjectNode node, String name, Optional<Source> source) {
    source.ifPresent(it -> node.set(name, source(it)));
  }

  static JsonNode placement(Placement placement) {
    if (placement instanceof Placement.Query query) {
      return TextNode.valueOf(query.name());
    } else if (placement instanceof Placement.Header header) {
      return JSON.objectNode().put("header", header.name());
    } else if (placement instanceof Placement.Cookie cookie) {
      return JSON.objectNode().put("cookie", cookie.name());
    }
    return JSON.objectNode().put("body", ((Placement.Body) placement).pointer().toString());
  }

  static JsonNode source(Source source) {
    return source instanceof Source.Body body
        ? TextNode.valueOf(body.pointer().toString())
        : JSON.objectNode().put("header", ((Source.Header) source).name());
  }

  /** A word of the format, for a constant: {@code epochSeconds}. */
  static String word(Enum<?> constant) {
    String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder word = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      word.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return word.toString();
  }

  /** Text that a template takes as it stands. */
  static String literal(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }
}
