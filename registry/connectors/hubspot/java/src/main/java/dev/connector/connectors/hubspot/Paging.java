package dev.connector.connectors.hubspot;

import dev.connector.runtime.paging.PageSize;
import dev.connector.runtime.paging.Pagination;
import dev.connector.runtime.message.Parameter;

/** How HubSpot pages: a token in the answer, sent back as {@code after}. */
final class Paging {

  private Paging() {}

  /** Pages that are asked for in the query. */
  static Pagination pages(int size) {
    return Pagination.cursor("/paging/next/after").parameter("after").size("limit", size);
  }

  /** Pages that are asked for in the body of a search; 200 is the most there is. */
  static Pagination searchPages() {
    return Pagination.cursor("/paging/next/after")
        .parameter(Parameter.body("/after"))
        .size(new PageSize(Parameter.body("/limit"), 200));
  }
}
