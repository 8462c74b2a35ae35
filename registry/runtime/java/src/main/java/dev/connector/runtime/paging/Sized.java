package dev.connector.runtime.paging;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import java.util.Optional;

/**
 * A strategy that may ask for pages of a size.
 *
 * @param <S> the strategy
 */
sealed interface Sized<S> extends Pagination permits PageNumber, Offset, Cursor, Keyset, Linked {

  /** The same strategy, asking for pages of this size. */
  S size(PageSize asked);

  /** The same strategy, asking for this many records by a query parameter. */
  default S size(String queryParameter, int records) {
    return size(new PageSize(Parameter.query(queryParameter), records));
  }

  /** The size to ask for; empty for the one the API chooses. */
  Optional<PageSize> size();

  /** The request, asking for pages of the size, if one is wanted. */
  default Request sized(Request request) {
    return size().map(asked -> asked.put(request)).orElse(request);
  }

  static ApiException broken(String how) {
    return new ApiException(ErrorCode.PARSING_ERROR, how);
  }
}
