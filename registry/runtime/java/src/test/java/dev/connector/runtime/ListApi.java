package dev.connector.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.ResponseValue;
import dev.connector.runtime.paging.Cursor;
import dev.connector.runtime.paging.End;
import dev.connector.runtime.paging.Keyset;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.Offset;
import dev.connector.runtime.paging.PageNumber;
import dev.connector.runtime.paging.PageSize;
import dev.connector.runtime.paging.Pagination;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * A list of records {@code {"id": 1}}, {@code {"id": 2}} and so on, as APIs with their own minds
 * hand it out.
 */
final class ListApi {

  /** What a server does with what it is asked. */
  enum Quirk {
    /** Nothing unusual. */
    NONE,
    /** It gives pages of at most three records, whatever it is asked. */
    SMALLER_PAGES,
    /** Every second page is empty. */
    EMPTY_PAGES
  }

  /**
   * A way of paging.
   *
   * @param pagination as the client is told
   * @param page gives the answer to a request
   */
  record Dialect(
      String name,
      String method,
      Pagination pagination,
      BiFunction<ListApi, RecordedRequest, MockResponse> page) {

    Listing listing() {
      Request request = Request.of(method, "things.list", "/things").safe();
      return Listing.of(request).records("/items").pagination(pagination).primaryKey("/id");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static final int ASKED = 4;

  private final int count;
  private final Quirk quirk;

  ListApi(int count, Quirk quirk) {
    this.count = count;
    this.quirk = quirk;
  }

  /** How many records a page has. */
  private int size() {
    return quirk == Quirk.SMALLER_PAGES ? 3 : ASKED;
  }

  private List<Integer> ids(int from) {
    List<Integer> ids = new ArrayList<>();
    for (int i = from; i < Math.min(from + size(), count); i++) {
      ids.add(i + 1);
    }
    return ids;
  }

  private ObjectNode body(int from) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode items = body.putArray("items");
    ids(from).forEach(id -> items.addObject().put("id", id));
    return body;
  }

  private boolean more(int from) {
    return from + size() < count;
  }

  private int pages() {
    return (count + size() - 1) / size();
  }

  static MockResponse json(JsonNode body, String... headers) {
    return TestApi.answer(200, body.toString(), headers);
  }

  static int number(RecordedRequest request, String name) {
    return Integer.parseInt(request.getUrl().queryParameter(name));
  }

  static JsonNode document(RecordedRequest request) {
    try {
      return Json.parse(request.getBody().utf8());
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /**
   * Tokens look like {@code t8}, or {@code e8} for an empty page before it: opaque to the client.
   */
  private ObjectNode tokenPage(Optional<String> token, Consumer<String> next) {
    int from = token.map(it -> Integer.parseInt(it.substring(1))).orElse(0);
    if (token.filter(it -> it.startsWith("e")).isPresent()) {
      next.accept("t" + from);
      ObjectNode empty = JsonNodeFactory.instance.objectNode();
      empty.putArray("items");
      return empty;
    }
    if (more(from)) {
      next.accept((quirk == Quirk.EMPTY_PAGES ? "e" : "t") + (from + size()));
    }
    return body(from);
  }

  private MockResponse numbered(RecordedRequest request, int first) {
    ObjectNode body = body((number(request, "page") - first) * size());
    body.putObject("meta").put("pages", pages()).put("total", "" + count);
    return json(body);
  }

  private MockResponse offset(int offset, Optional<String> total) {
    ObjectNode body = body(offset);
    total.ifPresent(name -> body.put(name, count));
    return json(body.put("hasMore", more(offset)));
  }

  private MockResponse bodyCursor(Optional<String> token, boolean flag) {
    String[] next = new String[1];
    ObjectNode body = tokenPage(token, it -> next[0] = it);
    if (flag) {
      body.put("has_more", next[0] != null).put("next", next[0] == null ? "t0" : next[0]);
    } else {
      body.putObject("paging").putObject("next").put("after", next[0]);
    }
    return json(body);
  }

  private MockResponse keyset(RecordedRequest request) {
    int from =
        Optional.ofNullable(request.getUrl().queryParameter("starting_after"))
            .map(Integer::parseInt)
            .orElse(0);
    return json(body(from).put("has_more", more(from)));
  }

  private MockResponse link(RecordedRequest request, boolean relative) {
    String[] next = new String[1];
    ObjectNode body = tokenPage(token(request, "at"), it -> next[0] = it);
    String link =
        relative
            ? "?at=" + next[0]
            : request.getUrl().newBuilder().setQueryParameter("at", next[0]).build().toString();
    return json(body.put("next", next[0] == null ? null : link));
  }

  private MockResponse linkHeader(RecordedRequest request) {
    String[] next = new String[1];
    ObjectNode body = tokenPage(token(request, "at"), it -> next[0] = it);
    String first = "<" + request.getUrl().resolve("?a=1,2;b") + ">; title=\"next\"; rel=\"first\"";
    return next[0] == null
        ? json(body, "Link", first)
        : json(body, "Link", first + ", </things?at=" + next[0] + ">; rel=\"prefetch next\"");
  }

  private MockResponse headerCursor(RecordedRequest request) {
    String[] next = new String[1];
    Optional<String> token = Optional.ofNullable(request.getHeaders().get("X-After"));
    ObjectNode body = tokenPage(token, it -> next[0] = it);
    return next[0] == null ? json(body) : json(body, "X-Next", next[0]);
  }

  private static Optional<String> token(RecordedRequest request, String name) {
    return Optional.ofNullable(request.getUrl().queryParameter(name));
  }

  /** Every way of paging that ends whatever the server does with the page size. */
  static List<Dialect> dialects() {
    PageNumber numbered = Pagination.page("page").size("limit", ASKED);
    Offset offset = Pagination.offset("offset").size("limit", ASKED);
    Cursor cursor = Pagination.cursor("/paging/next/after").size("limit", ASKED);
    Keyset keyset = Pagination.keyset("/id", "starting_after").size("limit", ASKED);
    return List.of(
        new Dialect("page from 1", "GET", numbered, (api, it) -> api.numbered(it, 1)),
        new Dialect("page from 0", "GET", numbered.first(0), (api, it) -> api.numbered(it, 0)),
        new Dialect(
            "page from 1 with the number of pages",
            "GET",
            numbered.until(End.totalPages(ResponseValue.body("/meta/pages"))),
            (api, it) -> api.numbered(it, 1)),
        new Dialect(
            "page from 0 with the number of records",
            "GET",
            numbered.first(0).until(End.totalRecords(ResponseValue.body("/meta/total"))),
            (api, it) -> api.numbered(it, 0)),
        new Dialect("offset", "GET", offset, (api, it) -> api.offset(number(it, "offset"), none())),
        new Dialect(
            "offset from 1",
            "GET",
            offset.first(1),
            (api, it) -> api.offset(number(it, "offset") - 1, none())),
        new Dialect(
            "offset with the number of records",
            "GET",
            offset.until(End.totalRecords(ResponseValue.body("/total"))),
            (api, it) -> api.offset(number(it, "offset"), Optional.of("total"))),
        new Dialect(
            "offset with a flag",
            "GET",
            offset.until(End.hasMore(ResponseValue.body("/hasMore"))),
            (api, it) -> api.offset(number(it, "offset"), none())),
        new Dialect(
            "offset in the body",
            "POST",
            offset
                .parameter(Parameter.body("/page/offset"))
                .size(new PageSize(Parameter.body("/page/limit"), ASKED)),
            (api, it) -> api.offset(document(it).at("/page/offset").intValue(), none())),
        new Dialect(
            "cursor", "GET", cursor, (api, it) -> api.bodyCursor(token(it, "after"), false)),
        new Dialect(
            "cursor with a flag",
            "GET",
            Pagination.cursor("/next").until(End.hasMore(ResponseValue.body("/has_more"))),
            (api, it) -> api.bodyCursor(token(it, "next"), true)),
        new Dialect(
            "cursor in the body",
            "POST",
            cursor.parameter(Parameter.body("/after")),
            (api, it) ->
                api.bodyCursor(
                    Optional.of(document(it).path("after").asText()).filter(t -> !t.isEmpty()),
                    false)),
        new Dialect(
            "cursor in a form",
            "POST",
            cursor
                .parameter(Parameter.form("after"))
                .size(new PageSize(Parameter.form("limit"), ASKED)),
            (api, it) ->
                api.bodyCursor(
                    Optional.of(it.getBody().utf8())
                        .filter(form -> form.contains("after="))
                        .map(form -> form.replaceAll(".*after=", "")),
                    false)),
        new Dialect(
            "cursor in headers",
            "GET",
            Pagination.cursor(ResponseValue.header("X-Next"))
                .parameter(Parameter.header("X-After")),
            (api, it) -> api.headerCursor(it)),
        new Dialect("last key", "GET", keyset, (api, it) -> api.keyset(it)),
        new Dialect(
            "last key with a flag",
            "GET",
            keyset.until(End.hasMore(ResponseValue.body("/has_more"))),
            (api, it) -> api.keyset(it)),
        new Dialect("link", "GET", Pagination.nextLink("/next"), (api, it) -> api.link(it, false)),
        new Dialect(
            "relative link", "GET", Pagination.nextLink("/next"), (api, it) -> api.link(it, true)),
        new Dialect(
            "link header",
            "GET",
            Pagination.linkHeader().size("limit", ASKED),
            (api, it) -> api.linkHeader(it)));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
