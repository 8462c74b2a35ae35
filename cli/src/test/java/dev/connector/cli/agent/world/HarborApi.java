package dev.connector.cli.agent.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port's API for those who are let in. */
record HarborApi(HarborRecords records) {

  Reply answer(Asked asked) {
    try {
      return routed(asked);
    } catch (DateTimeException e) {
      return failure(400, "HD-1003", "updated_since is no time as this list wants it");
    }
  }

  private Reply routed(Asked asked) {
    List<String> parts = asked.below("/v1");
    if (parts.equals(List.of("invoices", "search"))) {
      return asked.method().equals("POST") ? invoices(asked.json()) : wrongMethod("POST");
    }
    if (!asked.method().equals("GET")) {
      return wrongMethod("GET");
    }
    if (parts.size() == 1) {
      return list(parts.get(0), asked);
    }
    if (parts.size() == 2) {
      return single(parts.get(0), parts.get(1));
    }
    return parts.size() == 3 ? children(parts, asked) : notFound();
  }

  private Reply list(String name, Asked asked) {
    return switch (name) {
      case "vessels" -> cut(changed(kept(records.vessels, asked), asked), asked);
      case "customers" -> cut(changed(kept(records.customers, asked), asked), asked);
      case "incidents" -> cut(incidents(asked), asked);
      case "tariffs" -> cut(records.tariffs, asked);
      case "users" -> cut(records.users, asked);
      case "berths" -> berths(asked);
      case "invoices" -> wrongMethod("POST /v1/invoices/search");
      default -> notFound();
    };
  }

  private Reply single(String name, String key) {
    Map<String, List<ObjectNode>> known = new HashMap<>();
    known.put("vessels", records.vessels);
    known.put("customers", records.customers);
    known.put("calls", records.calls);
    known.put("invoices", records.invoices);
    known.put("tariffs", records.tariffs);
    known.put("incidents", records.incidents);
    known.put("users", records.users);
    known.put("berths", records.berths);
    String field = name.equals("berths") ? "code" : "id";
    return known.getOrDefault(name, List.of()).stream()
        .filter(it -> it.path(field).asText().equals(key))
        .findFirst()
        .map(
            it -> {
              ObjectNode reply = Row.row();
              reply.withObject("/result").set("data", it);
              return Reply.json(200, reply);
            })
        .orElseGet(HarborApi::notFound);
  }

  private Reply children(List<String> parts, Asked asked) {
    String id = parts.get(1);
    return switch (parts.get(0) + "/" + parts.get(2)) {
      case "vessels/calls" -> below(records.vessels, id, records.calls, "vessel_id", asked);
      case "calls/cargo-items" -> below(records.calls, id, records.cargo, "call_id", asked);
      case "invoices/lines" ->
          isMissing(records.invoices, id)
              ? notFound()
              : Reply.json(200, envelope(of(records.lines, "invoice_id", id)));
      default -> notFound();
    };
  }

  private static Reply below(
      List<ObjectNode> parents, String id, List<ObjectNode> all, String field, Asked asked) {
    return isMissing(parents, id) ? notFound() : cut(of(all, field, id), asked);
  }

  private static boolean isMissing(List<ObjectNode> parents, String id) {
    return Cut.alive(parents).stream().noneMatch(it -> it.path("id").asText().equals(id));
  }

  private Reply berths(Asked asked) {
    int size = Math.min(50, Math.max(1, asked.number("per_page", 10)));
    int number = Math.max(1, asked.number("page", 1));
    int pages = (records.berths.size() + size - 1) / size;
    ObjectNode reply = envelope(Cut.slice(records.berths, (number - 1) * size, size));
    reply.withObject("/result/page").put("number", number).put("count", pages);
    return Reply.json(200, reply);
  }

  private Reply invoices(JsonNode body) {
    JsonNode since = body.at("/filter/updated_since");
    List<ObjectNode> found =
        since.isTextual()
            ? Cut.since(records.invoices, since, false)
            : Cut.byTime(records.invoices);
    return cut(found, body.at("/page/cursor").asText(""), body.at("/page/limit").asInt(20));
  }

  private static List<ObjectNode> kept(List<ObjectNode> all, Asked asked) {
    return asked.query("include_deleted").filter("true"::equals).isPresent() ? all : Cut.alive(all);
  }

  private static List<ObjectNode> changed(List<ObjectNode> all, Asked asked) {
    return asked
        .query("updated_since")
        .map(it -> Cut.since(all, TextNode.valueOf(it), false))
        .orElseGet(() -> Cut.byTime(all));
  }

  private List<ObjectNode> incidents(Asked asked) {
    Optional<String> since = asked.query("updated_since");
    if (since.filter(it -> !it.matches("\\d{12,14}")).isPresent()) {
      throw new DateTimeException("not in milliseconds");
    }
    return since
        .map(it -> Cut.since(records.incidents, TextNode.valueOf(it), true))
        .orElseGet(() -> Cut.byTime(records.incidents));
  }

  private static List<ObjectNode> of(List<ObjectNode> all, String field, String value) {
    return all.stream().filter(it -> it.path(field).asText().equals(value)).toList();
  }

  private static Reply cut(List<ObjectNode> all, Asked asked) {
    return cut(all, asked.query("cursor").orElse(""), asked.number("limit", 20));
  }

  private static Reply cut(List<ObjectNode> all, String cursor, int limit) {
    try {
      Cut cut = Cut.of(all, cursor, Math.min(50, Math.max(1, limit)));
      ObjectNode reply = envelope(cut.rows());
      cut.next()
          .ifPresentOrElse(
              it -> reply.withObject("/result/page").put("next", it),
              () -> reply.withObject("/result/page").putNull("next"));
      return Reply.json(200, reply);
    } catch (IllegalArgumentException e) {
      return failure(400, "HD-1004", "the cursor is not one of ours");
    }
  }

  private static ObjectNode envelope(List<ObjectNode> rows) {
    ObjectNode reply = Row.row();
    reply.withArray("/result/data/items").addAll(rows);
    return reply;
  }

  static Reply failure(int status, String code, String message) {
    ObjectNode body = Row.row();
    body.putObject("error").put("code", code).put("message", message);
    return Reply.json(status, body);
  }

  static Reply wrongMethod(String right) {
    return failure(405, "HD-4050", "not this method; use " + right)
        .with("Allow", right.split(" ")[0]);
  }

  private static Reply notFound() {
    return failure(404, "HD-4040", "there is no such thing");
  }
}
