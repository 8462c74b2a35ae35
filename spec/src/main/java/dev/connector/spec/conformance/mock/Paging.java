package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where a page begins and ends; it remembers the tokens it gave out and takes no others. */
final class Paging {

  /**
   * A part of a list.
   *
   * @param next where the next page begins, as the strategy says it
   */
  record Part(List<Stored> records, int size, int total, Optional<String> next) {
    int pages() {
      return (total + size - 1) / size;
    }
  }

  /** The request asks for a page that there cannot be. */
  static final class InvalidPage extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidPage(String message) {
      super(message);
    }
  }

  /** The query parameter of links to the next page. */
  static final String LINK = "page_token";

  private final int most;
  private final Map<String, Integer> tokens = new ConcurrentHashMap<>();

  Paging(int most) {
    this.most = most;
  }

  Part part(List<Stored> all, Optional<Pagination> declared, Route.Match match, Incoming request) {
    if (declared.isEmpty()) {
      return new Part(all, Math.max(1, all.size()), all.size(), Optional.empty());
    }
    Pagination pagination = declared.get();
    int size = size(pagination, request);
    String list = match.route().name() + " " + match.path();
    int from = Math.min(all.size(), start(all, pagination, list, size, request));
    if (pagination.window().map(it -> from >= it.results() && from > 0).orElse(false)) {
      throw new InvalidPage("the results end with number " + pagination.window().get().results());
    }
    int to = Math.min(all.size(), from + size);
    Optional<String> next = to < all.size() ? Optional.of(next(list, to)) : Optional.empty();
    return new Part(all.subList(from, to), size, all.size(), next);
  }

  private int size(Pagination pagination, Incoming request) {
    int declared = pagination.size().map(Pagination.Size::value).orElse(most);
    Optional<String> asked =
        pagination.size().flatMap(Pagination.Size::parameter).flatMap(request::at);
    int size = asked.map(it -> number(it, "page size")).orElse(declared);
    if (size < 1 || size > declared) {
      throw new InvalidPage("a page has 1 to " + declared + " records");
    }
    return Math.min(size, most);
  }

  private int start(
      List<Stored> all, Pagination pagination, String list, int size, Incoming request) {
    if (pagination instanceof Pagination.Page page) {
      return asked(page.parameter(), page.first(), request) * size;
    }
    if (pagination instanceof Pagination.Offset offset) {
      return asked(offset.parameter(), offset.first(), request);
    }
    if (pagination instanceof Pagination.Cursor cursor) {
      Optional<String> token = request.at(cursor.parameter());
      return token.equals(cursor.continuation().first()) ? 0 : known(list, token);
    }
    if (pagination instanceof Pagination.Keyset keyset) {
      return behind(all, keyset.key(), request.at(keyset.parameter()));
    }
    return known(list, request.at(new Placement.Query(LINK)));
  }

  private static int asked(Placement parameter, int first, Incoming request) {
    int asked = request.at(parameter).map(it -> number(it, "page")).orElse(first) - first;
    if (asked < 0) {
      throw new InvalidPage("pages begin with " + first);
    }
    return asked;
  }

  private int known(String list, Optional<String> token) {
    if (token.isEmpty()) {
      return 0;
    }
    return Optional.ofNullable(tokens.get(list + " " + token.get()))
        .orElseThrow(() -> new InvalidPage("no page was announced by this token"));
  }

  private String next(String list, int from) {
    String token = "t" + Integer.toString(from * 7919 + 104_729, 36);
    tokens.put(list + " " + token, from);
    return token;
  }

  private static int behind(List<Stored> all, JsonPointer key, Optional<String> last) {
    if (last.isEmpty()) {
      return 0;
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).record().at(key).asText().equals(last.get())) {
        return i + 1;
      }
    }
    throw new InvalidPage("there is no record " + last.get());
  }

  private static int number(String text, String what) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException malformed) {
      throw new InvalidPage("\"" + text + "\" is no " + what);
    }
  }
}
