package dev.connector.runtime.paging;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.ResponseValue;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an API hands out a list in pages. A strategy holds no state: a {@link Position} says where a
 * page begins, so that a reader can stop, be written down, and go on later.
 */
public sealed interface Pagination permits Pagination.None, Sized {

  /** The request for the page at this position. */
  Request at(Request request, Position position);

  /** Where the next page begins; empty where {@code page}, which began here, is the last. */
  Optional<Position> after(Position position, Page page);

  /** How many records the whole list has, where {@code page} says so. */
  default OptionalLong total(Page page) {
    return OptionalLong.empty();
  }

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
}
