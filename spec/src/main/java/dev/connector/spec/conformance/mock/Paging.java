package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.conformance.mock.data.Stored;
import dev.connector.spec.conformance.mock.exchange.Page;
import dev.connector.spec.conformance.mock.exchange.PageWriter;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a page begins and ends; it remembers the tokens it gave out and takes no others. */
final class Paging {

  /**
   * A part of a list.
   *
   * @param asked the token it was asked for with, where the strategy has tokens
   * @param list what tells lists apart, for tokens
   */
  record Part(List<Stored> all, int from, int size, Optional<String> asked, String list) {
    List<Stored> records() {
      return all.subList(from, Math.min(all.size(), from + size));
    }

    List<Stored> before() {
      return all.subList(Math.max(0, from - size), from);
    }

    Page.Totals totals() {
      return new Page.Totals(all.size(), (all.size() + size - 1) / size);
    }
  }

  /** The request asks for a page that there cannot be. */
  static final class InvalidPage extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidPage(String message) {
      super(message);
    }
  }

  private final int most;
  private final Map<String, Mark> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger repeated = new AtomicInteger();

  Paging(int most) {
    this.most = most;
  }

  Part part(List<Stored> all, Optional<Pagination> declared, Route.Match match, Incoming request) {
    String list = match.route().name() + " " + match.path();
    if (declared.isEmpty()) {
      return new Part(all, 0, Math.max(1, all.size()), Optional.empty(), list);
    }
    Pagination pagination = declared.get();
    int size = size(pagination, request);
    int from = Math.min(all.size(), start(all, pagination, list, size, request));
    if (pagination.window().map(it -> from >= it.results() && from > 0).orElse(false)) {
      throw new InvalidPage("the results end with number " + pagination.window().get().results());
    }
    int left = pagination.window().map(it -> it.results() - from).orElse(size);
    return new Part(all, from, Math.min(size, left), token(pagination, request), list);
  }

  /** What leads to the page behind a part, as the strategy says it. */
  Optional<Page.Next> next(Part part) {
    int to = part.from() + part.size();
    return to < part.all().size()
        ? Optional.of(Page.Next.of(remember(part, "", to)))
        : Optional.empty();
  }

  /** A token that leads to a part once more, and that was not given out for it before. */
  String again(Part part) {
    return remember(part, "r" + repeated.incrementAndGet(), part.from());
  }

  private static Optional<String> token(Pagination pagination, Incoming request) {
    if (pagination instanceof Pagination.Cursor cursor) {
      Optional<String> token = request.at(cursor.parameter());
      return token.equals(cursor.continuation().first()) ? Optional.empty() : token;
    }
    return pagination instanceof Pagination.NextLink || pagination instanceof Pagination.LinkHeader
        ? request.at(new Placement.Query(PageWriter.LINK))
        : Optional.empty();
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
    if (pagination instanceof Pagination.Keyset keyset) {
      return behind(all, keyset.key(), request.at(keyset.parameter()));
    }
    return known(all, list, token(pagination, request));
  }

  private static int asked(Placement parameter, int first, Incoming request) {
    int asked = request.at(parameter).map(it -> number(it, "page")).orElse(first) - first;
    if (asked < 0) {
      throw new InvalidPage("pages begin with " + first);
    }
    return asked;
  }

  private int known(List<Stored> all, String list, Optional<String> token) {
    if (token.isEmpty()) {
      return 0;
    }
    Mark mark =
        Optional.ofNullable(tokens.get(list + " " + token.get()))
            .orElseThrow(() -> new InvalidPage("no page was announced by this token"));
    return mark.position(all);
  }

  private String remember(Part part, String kind, int from) {
    boolean ascending = isAscending(part.all());
    int number = ascending && from < part.all().size() ? part.all().get(from).number() : 0;
    String token = "t" + kind + Integer.toString((ascending ? number : from) * 7919 + 104_729, 36);
    tokens.put(part.list() + " " + token, new Mark(from, number, ascending));
    return token;
  }

  private static boolean isAscending(List<Stored> all) {
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i - 1).number() >= all.get(i).number()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where a page begins: in a list that is not sorted by anything that changes, with a record, so
   * that what is deleted before it moves nothing; else, as APIs do, with a number of records.
   */
  private record Mark(int from, int number, boolean ascending) {
    int position(List<Stored> all) {
      if (!ascending || !isAscending(all)) {
        return from;
      }
      return (int) all.stream().filter(it -> it.number() < number).count();
    }
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
