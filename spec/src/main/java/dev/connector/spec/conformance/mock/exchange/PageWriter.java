package dev.connector.spec.conformance.mock.exchange;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.spec.definition.Answer;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.Source;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** Writes records in the shape that an operation's answer has. */
public record PageWriter(Answer answer) {

  /** The query parameter of links to the next page. */
  public static final String LINK = "page_token";

  /** The answer of an operation that is about one record, the first of the page. */
  public Reply one(int status, Page page) {
    Records records =
        answer.records().orElse(new Records(JsonPointer.empty(), new Records.Single(), Map.of()));
    return Reply.json(
        status, Pointers.place(object(), records.at(), page.records().get(0).deepCopy()));
  }

  /**
   * The answer of an operation that lists.
   *
   * @param url what was asked for
   */
  public Reply list(Page page, HttpUrl url) {
    Optional<Pagination> pagination = page.about().pagination();
    Records records = answer.records().orElseThrow();
    List<JsonNode> all = page.records().stream().<JsonNode>map(JsonNode::deepCopy).toList();
    ObjectNode root = object();
    JsonNode body = Pointers.place(root, records.at(), shaped(records.shape(), all, root));
    all.stream()
        .findFirst()
        .ifPresent(
            first -> records.copy().forEach((to, from) -> Pointers.set(root, from, first.at(to))));
    Map<Source, JsonNode> told = new LinkedHashMap<>();
    Reply reply = Reply.empty(200).header("Content-Type", "application/json");
    if (pagination.isPresent()) {
      tell(pagination.get(), page, url, told);
      if (pagination.get() instanceof Pagination.LinkHeader link && page.next().isPresent()) {
        String next = "<" + link(url, page.next().get()) + ">; rel=\"" + link.relation() + "\"";
        reply = reply.header("Link", next);
      }
    }
    for (var value : told.entrySet()) {
      if (value.getKey() instanceof Source.Header header) {
        reply = reply.header(header.name(), value.getValue().asText());
      } else {
        Pointers.set(root, ((Source.Body) value.getKey()).pointer(), value.getValue());
      }
    }
    return reply.body(body.toString());
  }

  private static void tell(
      Pagination pagination, Page page, HttpUrl url, Map<Source, JsonNode> told) {
    if (pagination instanceof Pagination.Cursor cursor) {
      page.next().ifPresent(it -> told.put(cursor.next(), TextNode.valueOf(it.token())));
      end(cursor.end(), page, told);
    } else if (pagination instanceof Pagination.NextLink link) {
      page.next().ifPresent(it -> told.put(link.next(), TextNode.valueOf(link(url, it))));
    } else if (pagination instanceof Pagination.Page numbered) {
      end(numbered.end(), page, told);
    } else if (pagination instanceof Pagination.Offset offset) {
      end(offset.end(), page, told);
    } else if (pagination instanceof Pagination.Keyset keyset) {
      end(keyset.end(), page, told);
    }
  }

  private static void end(Pagination.End end, Page page, Map<Source, JsonNode> told) {
    end.more().ifPresent(it -> told.put(it, BooleanNode.valueOf(page.next().isPresent())));
    end.pages().ifPresent(it -> told.put(it, IntNode.valueOf(page.totals().pages())));
    end.total().ifPresent(it -> told.put(it, IntNode.valueOf(page.totals().records())));
  }

  private static String link(HttpUrl url, Page.Next next) {
    HttpUrl.Builder link = url.newBuilder().setQueryParameter(LINK, next.token());
    next.origin().ifPresent(it -> link.scheme(it.scheme()).host(it.host()).port(it.port()));
    return link.build().toString();
  }

  private static JsonNode shaped(Records.Shape shape, List<JsonNode> all, ObjectNode root) {
    if (shape instanceof Records.Single) {
      return all.isEmpty() ? object() : all.get(all.size() - 1);
    }
    if (shape instanceof Records.Entries entries) {
      ObjectNode map = object();
      all.forEach(it -> map.set(it.at(entries.key()).asText(), it.at(entries.value())));
      return map;
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    if (shape instanceof Records.Table table) {
      Set<String> columns = new LinkedHashSet<>();
      all.forEach(it -> it.fieldNames().forEachRemaining(columns::add));
      ArrayNode names = JsonNodeFactory.instance.arrayNode();
      columns.forEach(names::add);
      Pointers.set(root, table.columns(), names);
      all.forEach(
          it -> {
            ArrayNode row = array.addArray();
            columns.forEach(column -> row.add(it.get(column)));
          });
      return array;
    }
    JsonPointer item = ((Records.Array) shape).item();
    all.forEach(it -> array.add(Pointers.place(object(), item, it)));
    return array;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
