package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.node.LongNode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbered pages. */
public record PageNumber(Parameter parameter, int first, Optional<PageSize> size, End end)
    implements Sized<PageNumber> {

  /** The number of the first page, where it is not 1. */
  public PageNumber first(int number) {
    return new PageNumber(parameter, number, size, end);
  }

  public PageNumber parameter(Parameter place) {
    return new PageNumber(place, first, size, end);
  }

  @Override
  public PageNumber size(PageSize asked) {
    return new PageNumber(parameter, first, Optional.of(asked), end);
  }

  public PageNumber until(End told) {
    return new PageNumber(parameter, first, size, told);
  }

  @Override
  public Request at(Request request, Position position) {
    return parameter.put(sized(request), LongNode.valueOf(number(position)));
  }

  @Override
  public Optional<Position> after(Position position, Page page) {
    Position next = position.plus(page, LongNode.valueOf(number(position) + 1));
    boolean over = end.reached(page, next).orElse(page.records().isEmpty());
    return over ? Optional.empty() : Optional.of(next);
  }

  @Override
  public OptionalLong total(Page page) {
    return end.total(page);
  }

  private long number(Position position) {
    return position.isStart() ? first : position.token().asLong();
  }
}
