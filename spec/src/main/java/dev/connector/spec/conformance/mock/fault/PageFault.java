package dev.connector.spec.conformance.mock.fault;

import dev.connector.spec.conformance.mock.exchange.Page;
import dev.connector.spec.definition.Pagination;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** What is wrong with a page, whatever its records look like. */
public sealed interface PageFault extends Fault {

  /** The page with the fault in it, or nothing where it cannot have it. */
  Optional<Page> spoil(Page page);

  private static boolean announces(Page page) {
    Pagination pagination = page.about().pagination().orElse(null);
    return pagination instanceof Pagination.Cursor || isLinked(page);
  }

  private static boolean isLinked(Page page) {
    Pagination pagination = page.about().pagination().orElse(null);
    return pagination instanceof Pagination.NextLink || pagination instanceof Pagination.LinkHeader;
  }

  private static boolean totals(Page page) {
    Pagination pagination = page.about().pagination().orElse(null);
    Pagination.End end = null;
    if (pagination instanceof Pagination.Page it) {
      end = it.end();
    } else if (pagination instanceof Pagination.Offset it) {
      end = it.end();
    } else if (pagination instanceof Pagination.Cursor it) {
      end = it.end();
    } else if (pagination instanceof Pagination.Keyset it) {
      end = it.end();
    }
    return end != null && (end.pages().isPresent() || end.total().isPresent());
  }

  /** The cursor or link that the page was asked for with comes again; never on the first page. */
  record RepeatedCursor() implements PageFault {
    @Override
    public Optional<Page> spoil(Page page) {
      return page.about()
          .asked()
          .filter(it -> announces(page))
          .map(it -> page.next(Page.Next.of(it)));
    }
  }

  /** The records of the page before come again; never on the first page. */
  record RepeatedPage() implements PageFault {
    @Override
    public Optional<Page> spoil(Page page) {
      List<com.fasterxml.jackson.databind.JsonNode> before = page.about().before();
      return before.isEmpty() ? Optional.empty() : Optional.of(page.records(before));
    }
  }

  /** A page without records that leads to the ones it should have had. */
  record EmptyPage() implements PageFault {
    @Override
    public Optional<Page> spoil(Page page) {
      return announces(page)
          ? Optional.of(page.records(List.of()).next(Page.Next.of(page.about().again().get())))
          : Optional.empty();
    }
  }

  /**
   * The numbers of records and pages are wrong.
   *
   * @param by how many records more there are said to be than there are; negative for fewer
   */
  record WrongTotals(int by) implements PageFault {
    @Override
    public Optional<Page> spoil(Page page) {
      if (!totals(page)) {
        return Optional.empty();
      }
      Page.Totals right = page.totals();
      int size = Math.max(1, page.records().size());
      int pages = right.pages() + (by < 0 ? -1 : 1) * ((Math.abs(by) + size - 1) / size);
      return Optional.of(
          page.totals(new Page.Totals(Math.max(0, right.records() + by), Math.max(0, pages))));
    }
  }

  /**
   * The link to the next page leads elsewhere.
   *
   * @param origin such as {@code http://127.0.0.1:8081}
   */
  record LinkElsewhere(String origin) implements PageFault {
    @Override
    public Optional<Page> spoil(Page page) {
      return page.next()
          .filter(it -> isLinked(page))
          .map(it -> page.next(new Page.Next(it.token(), Optional.of(HttpUrl.get(origin)))));
    }
  }
}
