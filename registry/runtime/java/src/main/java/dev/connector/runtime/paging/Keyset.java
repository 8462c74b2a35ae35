package dev.connector.runtime.paging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import java.util.Optional;

/** The key of the last record of a page leads to the next. */
public record Keyset(JsonPointer key, Parameter parameter, Optional<PageSize> size, End end)
    implements Sized<Keyset> {

  public Keyset parameter(Parameter place) {
    return new Keyset(key, place, size, end);
  }

  @Override
  public Keyset size(PageSize asked) {
    return new Keyset(key, parameter, Optional.of(asked), end);
  }

  public Keyset until(End told) {
    return new Keyset(key, parameter, size, told);
  }

  @Override
  public Request at(Request request, Position position) {
    Request sized = sized(request);
    return position.isStart() ? sized : parameter.put(sized, position.token());
  }

  @Override
  public Optional<Position> after(Position position, Page page) {
    Optional<Boolean> over = end.reached(page, position.plus(page, position.token()));
    if (over.orElse(page.records().isEmpty())) {
      return Optional.empty();
    }
    if (page.records().isEmpty()) {
      throw Sized.broken("the API says there is more and gives no record to go on from");
    }
    JsonNode last = page.records().get(page.records().size() - 1).at(key);
    if (!last.isValueNode() || last.isNull()) {
      throw Sized.broken("the last record of a page has no key at " + key);
    }
    return Optional.of(position.plus(page, last));
  }
}
