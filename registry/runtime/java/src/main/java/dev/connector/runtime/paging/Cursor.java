package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.ResponseValue;
import java.util.Optional;

/** Opaque tokens. An empty page that has one goes on; a page that has none is the last. */
public record Cursor(ResponseValue next, Parameter parameter, Optional<PageSize> size, End end)
    implements Sized<Cursor> {

  public Cursor parameter(String queryParameter) {
    return parameter(Parameter.query(queryParameter));
  }

  public Cursor parameter(Parameter place) {
    return new Cursor(next, place, size, end);
  }

  @Override
  public Cursor size(PageSize asked) {
    return new Cursor(next, parameter, Optional.of(asked), end);
  }

  public Cursor until(End told) {
    return new Cursor(next, parameter, size, told);
  }

  @Override
  public Request at(Request request, Position position) {
    Request sized = sized(request);
    return position.isStart() ? sized : parameter.put(sized, position.token());
  }

  @Override
  public Optional<Position> after(Position position, Page page) {
    Optional<JsonNode> token = next.in(page.response()).filter(value -> !isFalse(value));
    token
        .filter(JsonNode::isContainerNode)
        .ifPresent(
            tree -> {
              throw Sized.broken("the cursor at " + next + " is not a single value");
            });
    Optional<Position> after = token.map(value -> position.plus(page, value));
    Optional<Boolean> over =
        end.reached(page, after.orElseGet(() -> position.plus(page, LongNode.valueOf(0))));
    if (after.isEmpty() && over.isPresent() && !over.get()) {
      throw Sized.broken("the API says there is more and gives no cursor at " + next);
    }
    return after.filter(value -> !over.orElse(false));
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.booleanValue();
  }
}
