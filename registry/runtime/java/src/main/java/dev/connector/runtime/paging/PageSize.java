package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;

/**
 * How many records a page is asked to have; what comes may be less.
 *
 * @param parameter where the number goes
 * @param records the number asked for
 */
public record PageSize(Parameter parameter, int records) {

  public PageSize {
    if (records < 1) {
      throw new IllegalArgumentException("a page has at least one record, not " + records);
    }
  }

  Request put(Request request) {
    return parameter.put(request, IntNode.valueOf(records));
  }
}
