package dev.connector.scaffold.infer.paging;

import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what says that there are no more pages. Where nothing is certain, nothing is found: reading
 * then ends with an empty page, which costs one request and loses nothing.
 */
final class PageEnds {

  private final Lexicon lexicon;

  PageEnds(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @param first the number of the first page, which the number of the last page depends on
   */
  Pagination.End numbered(List<Output> outputs, int first) {
    Optional<Source> pages =
        find(outputs, "totalPages", "integer", "number")
            .or(
                () ->
                    first == 1 ? find(outputs, "lastPage", "integer", "number") : Optional.empty());
    return end(more(outputs), pages, total(outputs));
  }

  Pagination.End counted(List<Output> outputs) {
    return end(more(outputs), Optional.empty(), total(outputs));
  }

  /** A token or a key ends by itself; only a flag says more. */
  Pagination.End flagged(List<Output> outputs) {
    return end(more(outputs), Optional.empty(), Optional.empty());
  }

  private Optional<Source> more(List<Output> outputs) {
    return find(outputs, "moreFlag", "boolean");
  }

  /** Not where it is said to be of this page. */
  private Optional<Source> total(List<Output> outputs) {
    return find(
        outputs.stream().filter(it -> lexicon.phrase("ofThisPage", it.text()).isEmpty()).toList(),
        "totalRecords",
        "integer",
        "number");
  }

  private Optional<Source> find(List<Output> outputs, String kind, String... types) {
    return outputs.stream()
        .filter(it -> !it.isHeader() && !it.types().isEmpty() && it.mayBe(types))
        .filter(it -> it.weight(lexicon, kind) > 0)
        .filter(
            it ->
                it.path().size() == 1
                    || lexicon.knows("pagingKey", it.path().get(it.path().size() - 2)))
        .min(Comparator.comparingInt(it -> it.path().size()))
        .map(Output::source);
  }

  private static Pagination.End end(
      Optional<Source> more, Optional<Source> pages, Optional<Source> total) {
    if (more.isPresent()) {
      return new Pagination.End(more, Optional.empty(), Optional.empty());
    }
    return pages.isPresent()
        ? new Pagination.End(Optional.empty(), pages, Optional.empty())
        : new Pagination.End(Optional.empty(), Optional.empty(), total);
  }
}
