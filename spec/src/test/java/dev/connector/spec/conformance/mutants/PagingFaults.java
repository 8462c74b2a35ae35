package dev.connector.spec.conformance.mutants;

import static dev.connector.spec.conformance.mutants.Edit.RUNTIME;

import java.util.List;

/** Faults in how one page leads to the next. */
final class PagingFaults {

  private PagingFaults() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of("off-by-one-page", "numbered pages begin with the second", "PAGE-1")
            .in(Showcase.PAGING)
            .also("PAGE-2", "PAGE-3", "PAGE-5")
            .edit(
                RUNTIME + "paging/PageNumber.java",
                "position.isStart() ? first :",
                "position.isStart() ? first + 1 :"),
        Mutant.of("last-page-dropped", "the last of a number of pages is not read", "PAGE-1")
            .in(Showcase.PAGING)
            .also("PAGE-2", "PAGE-3", "PAGE-5")
            .edit(
                RUNTIME + "paging/End.java",
                "after.pages() >= count(value, pages)",
                "after.pages() + 1 >= count(value, pages)"),
        Mutant.of("record-twice", "each page begins with the last record before it", "PAGE-1")
            .in(Showcase.PAGING)
            .also("PAGE-2", "PAGE-3", "PAGE-5")
            .edit(
                RUNTIME + "paging/Offset.java",
                "LongNode.valueOf(first + position.records()));",
                "LongNode.valueOf(first + Math.max(0, position.records() - 1)));"),
        Mutant.of("lost-at-limit", "a limit gives one record less", "PAGE-2")
            .in(Showcase.PAGING)
            .also("PAGE-5")
            .edit(
                RUNTIME + "adapter/Handover.java",
                "rest().getAsLong() <= 0",
                "rest().getAsLong() <= 1"),
        Mutant.of("read-ahead", "the next page is asked for before it is needed", "PAGE-2")
            .in(Showcase.PAGING)
            .edit(
                RUNTIME + "paging/RecordStream.java",
                "JsonNode found = page.remove();",
                "JsonNode found = page.remove();"
                    + " if (page.isEmpty() && pages.position().isPresent()) {"
                    + " page.addAll(pages.read().records()); }"),
        Mutant.of("empty-page-ends", "an empty page ends the list", "PAGE-3")
            .in(Showcase.PAGING)
            .edit(
                RUNTIME + "paging/Cursor.java",
                "return after.filter(value -> !over.orElse(false));",
                "return after.filter(value -> !over.orElse(page.records().isEmpty()));"),
        Mutant.of("circle-noticed-late", "a cursor or a page may come ten times", "PAGE-3")
            .in(Showcase.PAGING)
            .edit(
                RUNTIME + "paging/ProgressGuard.java",
                "private int emptyPages;",
                "private int emptyPages; private int circles;")
            .edit(
                RUNTIME + "paging/ProgressGuard.java",
                "if (fingerprint.equals(lastPage)) {",
                "if (fingerprint.equals(lastPage) && ++circles > 10) {")
            .edit(
                RUNTIME + "paging/ProgressGuard.java",
                "if (!positions.add(Digest.of(token))) {",
                "if (!positions.add(Digest.of(token)) && ++circles > 10) {"),
        Mutant.of("any-host", "a next link leads anywhere", "PAGE-4")
            .in(Showcase.PAGING)
            .edit(
                RUNTIME + "http/Origins.java",
                "if (!own(url) && !others.contains(origin(url))) {",
                "if (false) {"),
        Mutant.of("silent-cap", "a result window that is used up is not told", "PAGE-5")
            .in(Showcase.PAGING)
            .edit(
                RUNTIME + "paging/PageReader.java",
                "incomplete = Optional.of(new Incomplete(reason, message));",
                ""));
  }
}
