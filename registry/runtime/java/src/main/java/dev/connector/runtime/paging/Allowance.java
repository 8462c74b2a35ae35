package dev.connector.runtime.paging;

import java.util.Optional;

/** What is left of the records and pages that the caller wants. */
final class Allowance {
  private final Caps caps;
  private long records;
  private long pages;

  Allowance(Caps caps) {
    this.caps = caps;
  }

  void tookRecord() {
    records++;
  }

  void tookPage() {
    pages++;
  }

  boolean anotherRecord() {
    return records < caps.records().orElse(Long.MAX_VALUE);
  }

  boolean anotherPage() {
    return pages < caps.pages().orElse(Long.MAX_VALUE);
  }

  /** Why reading ends here, if the caller's wish is the reason. */
  Optional<Incomplete> usedUp() {
    if (!anotherRecord()) {
      return Optional.of(
          new Incomplete(Incomplete.Reason.LIMIT, "ended after " + records + " records, as asked"));
    }
    return anotherPage()
        ? Optional.empty()
        : Optional.of(
            new Incomplete(
                Incomplete.Reason.PAGE_CAP, "ended after " + pages + " pages, as asked"));
  }
}
