package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.node.LongNode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Pages by the number of records before them. It advances by the records that came, not by those
 * asked for, because servers cut large page sizes down.
 */
public record Offset(Parameter parameter, int first, Optional<PageSize> size, End end)
    implements Sized<Offset> {

  /** The number of the first record, where it is not 0. */
  public Offset first(int number) {
    return new Offset(parameter, number, size, end);
  }

  public Offset parameter(Parameter place) {
    return new Offset(place, first, size, end);
  }

  @Override
  public Offset size(PageSize asked) {
    return new Offset(parameter, first, Optional.of(asked), end);
  }

  public Offset until(End told) {
    return new Offset(parameter, first, size, told);
  }

  @Override
  public Request at(Request request, Position position) {
    return parameter.put(sized(request), LongNode.valueOf(first + position.records()));
  }

  @Override
  public Optional<Position> after(Position position, Page page) {
    long records = position.records() + page.records().size();
    Position next = position.plus(page, LongNode.valueOf(first + records));
    boolean over = end.reached(page, next).orElse(page.records().isEmpty());
    return over ? Optional.empty() : Optional.of(next);
  }

  @Override
  public OptionalLong total(Page page) {
    return end.total(page);
  }
}
