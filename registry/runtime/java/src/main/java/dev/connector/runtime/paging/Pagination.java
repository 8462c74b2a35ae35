package dev.connector.runtime.paging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.ResponseValue;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * How an API hands out a list in pages. A strategy holds no state: a {@link Position} says where a
 * page begins, so that a reader can stop, be written down, and go on later.
 */
public sealed interface Pagination {

  /** The request for the page at this position. */
  Request at(Request request, Position position);

  /** Where the next page begins; empty where {@code page}, which began here, is the last. */
  Optional<Position> after(Position position, Page page);

  /** The whole list is one page. */
  static Pagination none() {
    return new None();
  }

  /** Pages are numbered from 1; see {@link PageNumber#first} for other numbers. */
  static PageNumber page(String queryParameter) {
    return new PageNumber(Parameter.query(queryParameter), 1, Optional.empty(), End.untold());
  }

  /** A page is asked for by the number of records before it. */
  static Offset offset(String queryParameter) {
    return new Offset(Parameter.query(queryParameter), 0, Optional.empty(), End.untold());
  }

  /** Each page gives the token of the next, at this JSON Pointer. */
  static Cursor cursor(String pointer) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return cursor(ResponseValue.body(pointer)).parameter(name);
  }

  /** Each page gives the token of the next. */
  static Cursor cursor(ResponseValue next) {
    return new Cursor(next, Parameter.query("cursor"), Optional.empty(), End.untold());
  }

  /** A page is asked for by the key of the last record before it; the pointer is in the record. */
  static Keyset keyset(String pointer, String queryParameter) {
    JsonPointer key = JsonPointer.compile(pointer);
    return new Keyset(key, Parameter.query(queryParameter), Optional.empty(), End.untold());
  }

  /** Each page gives the link to the next, at this JSON Pointer. */
  static NextLink nextLink(String pointer) {
    return new NextLink(ResponseValue.body(pointer), Optional.empty());
  }

  /** Each page gives the link to the next in a {@code Link} header with {@code rel="next"}. */
  static LinkHeader linkHeader() {
    return new LinkHeader(Optional.empty());
  }

  /** One page. */
  record None() implements Pagination {
    @Override
    public Request at(Request request, Position position) {
      return request;
    }

    @Override
    public Optional<Position> after(Position position, Page page) {
      return Optional.empty();
    }
  }

  /** Numbered pages. */
  record PageNumber(Parameter parameter, int first, Optional<PageSize> size, End end)
      implements Pagination {

    /** The number of the first page, where it is not 1. */
    public PageNumber first(int number) {
      return new PageNumber(parameter, number, size, end);
    }

    public PageNumber parameter(Parameter place) {
      return new PageNumber(place, first, size, end);
    }

    public PageNumber size(String queryParameter, int records) {
      return size(new PageSize(Parameter.query(queryParameter), records));
    }

    public PageNumber size(PageSize asked) {
      return new PageNumber(parameter, first, Optional.of(asked), end);
    }

    public PageNumber until(End told) {
      return new PageNumber(parameter, first, size, told);
    }

    @Override
    public Request at(Request request, Position position) {
      return parameter.put(sized(request, size), LongNode.valueOf(number(position)));
    }

    @Override
    public Optional<Position> after(Position position, Page page) {
      Position next = position.plus(page, LongNode.valueOf(number(position) + 1));
      boolean over = end.reached(page, next).orElse(page.records().isEmpty());
      return over ? Optional.empty() : Optional.of(next);
    }

    private long number(Position position) {
      return position.isStart() ? first : position.token().asLong();
    }
  }

  /**
   * Pages by the number of records before them. It advances by the records that came, not by those
   * asked for, because servers cut large page sizes down.
   */
  record Offset(Parameter parameter, int first, Optional<PageSize> size, End end)
      implements Pagination {

    /** The number of the first record, where it is not 0. */
    public Offset first(int number) {
      return new Offset(parameter, number, size, end);
    }

    public Offset parameter(Parameter place) {
      return new Offset(place, first, size, end);
    }

    public Offset size(String queryParameter, int records) {
      return size(new PageSize(Parameter.query(queryParameter), records));
    }

    public Offset size(PageSize asked) {
      return new Offset(parameter, first, Optional.of(asked), end);
    }

    public Offset until(End told) {
      return new Offset(parameter, first, size, told);
    }

    @Override
    public Request at(Request request, Position position) {
      return parameter.put(sized(request, size), LongNode.valueOf(first + position.records()));
    }

    @Override
    public Optional<Position> after(Position position, Page page) {
      long records = position.records() + page.records().size();
      Position next = position.plus(page, LongNode.valueOf(first + records));
      boolean over = end.reached(page, next).orElse(page.records().isEmpty());
      return over ? Optional.empty() : Optional.of(next);
    }
  }

  /** Opaque tokens. An empty page that has one goes on; a page that has none is the last. */
  record Cursor(ResponseValue next, Parameter parameter, Optional<PageSize> size, End end)
      implements Pagination {

    public Cursor parameter(String queryParameter) {
      return parameter(Parameter.query(queryParameter));
    }

    public Cursor parameter(Parameter place) {
      return new Cursor(next, place, size, end);
    }

    public Cursor size(String queryParameter, int records) {
      return size(new PageSize(Parameter.query(queryParameter), records));
    }

    public Cursor size(PageSize asked) {
      return new Cursor(next, parameter, Optional.of(asked), end);
    }

    public Cursor until(End told) {
      return new Cursor(next, parameter, size, told);
    }

    @Override
    public Request at(Request request, Position position) {
      Request sized = sized(request, size);
      return position.isStart() ? sized : parameter.put(sized, position.token());
    }

    @Override
    public Optional<Position> after(Position position, Page page) {
      Optional<JsonNode> token = next.in(page.response()).filter(value -> !isFalse(value));
      token
          .filter(JsonNode::isContainerNode)
          .ifPresent(
              tree -> {
                throw broken("the cursor at " + next + " is not a single value");
              });
      Optional<Position> after = token.map(value -> position.plus(page, value));
      Optional<Boolean> over =
          end.reached(page, after.orElseGet(() -> position.plus(page, LongNode.valueOf(0))));
      if (after.isEmpty() && over.isPresent() && !over.get()) {
        throw broken("the API says there is more and gives no cursor at " + next);
      }
      return after.filter(value -> !over.orElse(false));
    }

    private static boolean isFalse(JsonNode value) {
      return value.isBoolean() && !value.booleanValue();
    }
  }

  /** The key of the last record of a page leads to the next. */
  record Keyset(JsonPointer key, Parameter parameter, Optional<PageSize> size, End end)
      implements Pagination {

    public Keyset parameter(Parameter place) {
      return new Keyset(key, place, size, end);
    }

    public Keyset size(String queryParameter, int records) {
      return size(new PageSize(Parameter.query(queryParameter), records));
    }

    public Keyset size(PageSize asked) {
      return new Keyset(key, parameter, Optional.of(asked), end);
    }

    public Keyset until(End told) {
      return new Keyset(key, parameter, size, told);
    }

    @Override
    public Request at(Request request, Position position) {
      Request sized = sized(request, size);
      return position.isStart() ? sized : parameter.put(sized, position.token());
    }

    @Override
    public Optional<Position> after(Position position, Page page) {
      Optional<Boolean> over = end.reached(page, position.plus(page, position.token()));
      if (over.orElse(page.records().isEmpty())) {
        return Optional.empty();
      }
      if (page.records().isEmpty()) {
        throw broken("the API says there is more and gives no record to go on from");
      }
      JsonNode last = page.records().get(page.records().size() - 1).at(key);
      if (!last.isValueNode() || last.isNull()) {
        throw broken("the last record of a page has no key at " + key);
      }
      return Optional.of(position.plus(page, last));
    }
  }

  /** A link in the body leads to the next page; it may be relative. */
  record NextLink(ResponseValue link, Optional<PageSize> size) implements Pagination {

    public NextLink size(String queryParameter, int records) {
      return size(new PageSize(Parameter.query(queryParameter), records));
    }

    public NextLink size(PageSize asked) {
      return new NextLink(link, Optional.of(asked));
    }

    @Override
    public Request at(Request request, Position position) {
      return linked(request, size, position);
    }

    @Override
    public Optional<Position> after(Position position, Page page) {
      return link.in(page.response())
          .filter(value -> !value.isBoolean())
          .map(value -> position.plus(page, resolved(page.url(), value.asText())));
    }
  }

  /** A {@code Link} header leads to the next page. */
  record LinkHeader(Optional<PageSize> size) implements Pagination {

    public LinkHeader size(String queryParameter, int records) {
      return size(new PageSize(Parameter.query(queryParameter), records));
    }

    public LinkHeader size(PageSize asked) {
      return new LinkHeader(Optional.of(asked));
    }

    @Override
    public Request at(Request request, Position position) {
      return linked(request, size, position);
    }

    @Override
    public Optional<Position> after(Position position, Page page) {
      return Links.of(page.response().headers())
          .next()
          .map(link -> position.plus(page, resolved(page.url(), link)));
    }
  }

  private static Request sized(Request request, Optional<PageSize> size) {
    return size.map(asked -> asked.put(request)).orElse(request);
  }

  private static Request linked(Request request, Optional<PageSize> size, Position position) {
    return position.isStart()
        ? sized(request, size)
        : request.at(HttpUrl.get(position.token().textValue()));
  }

  private static JsonNode resolved(HttpUrl page, String link) {
    HttpUrl next = page.resolve(link.strip());
    if (next == null) {
      throw broken("the link to the next page is not an HTTP URL");
    }
    return TextNode.valueOf(next.toString());
  }

  private static ApiException broken(String how) {
    return new ApiException(ErrorCode.PARSING_ERROR, how);
  }
}
