package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.engine.RecordsTranslation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether reading goes past the first page and ends (LIVE-4). Where all records fit on a page,
 * smaller pages are asked for.
 */
final class Pages {

  private final Session session;
  private final Diagnosis diagnosis;
  private final Function<Definition, Session> variant;

  /**
   * A judge of paging.
   *
   * @param variant a session for a definition that differs in the size of its pages
   */
  Pages(Session session, Diagnosis diagnosis, Function<Definition, Session> variant) {
    this.session = session;
    this.diagnosis = diagnosis;
    this.variant = variant;
  }

  Step judge(Sample sample) {
    Claim claim = sample.claim();
    Optional<Pagination> pagination = claim.reading().pagination();
    Optional<Step> missed = missed(sample, pagination);
    if (missed.isPresent()) {
      return missed.get();
    }
    if (pagination.isEmpty()) {
      return new Step.Absent(claim.list(), "no list that was read has pages");
    }
    Optional<ApiException> failure = sample.transcript().error();
    if (failure.isPresent() && !sample.cutOff()) {
      return diagnosis.later(claim.list(), failure.get(), sample.exchanges());
    }
    if (claim.parent().isPresent()) {
      return children(sample);
    }
    if (!sample.complete()) {
      return readOn(sample);
    }
    if (filled(claim, sample.pages()) > 1) {
      return ended(claim, sample.transcript(), sample.pages());
    }
    Optional<Pagination.Size> size =
        pagination.get().size().filter(it -> it.parameter().isPresent());
    int records = sample.records().size();
    if (size.isEmpty() || records < 2) {
      return new Step.Open(
          claim.list(),
          records
              + (records == 1 ? " record fits" : " records fit")
              + " on one page"
              + (size.isEmpty() ? ", and smaller pages cannot be asked for" : ""));
    }
    return smaller(sample, size.get());
  }

  /** The first answer says that there is more, and the definition does not see it. */
  private Optional<Step> missed(Sample sample, Optional<Pagination> pagination) {
    if (sample.firstPage().isEmpty()
        || !sample.complete()
        || sample.pages().size() > 1
        || sample.claim().parent().isPresent()) {
      return Optional.empty();
    }
    NextPage page = new NextPage(sample.firstPage().get());
    if (pagination.filter(page::announced).isPresent()) {
      return Optional.empty();
    }
    int records = sample.records().size();
    Optional<String> elsewhere =
        pagination.isEmpty() || hasNext(pagination.get()) ? page.elsewhere() : Optional.empty();
    Optional<String> sign = elsewhere.or(page::flag).or(() -> page.total(records));
    if (sign.isEmpty()) {
      return Optional.empty();
    }
    Claim claim = sample.claim();
    Step.Failed failed =
        Step.Failed.of(
                claim.list(),
                "a second page",
                "an end after the first, with " + records + " records")
            .seenIn(sample.firstPage());
    if (pagination.isEmpty()) {
      return Optional.of(
          failed
              .because(
                  "No paging is declared, and the answer says that there is more: "
                      + sign.get()
                      + ".")
              .change(Change.operation(claim.list(), "pagination", "declare how it is paged")));
    }
    String looked =
        Paginations.next(pagination.get()).map(Paginations::words).orElse("the header Link");
    return Optional.of(
        elsewhere.isPresent()
            ? failed
                .because(
                    "The answer has nothing at "
                        + looked
                        + ", where the definition looks for the way to the next page, but something"
                        + " like it at "
                        + sign.get()
                        + ".")
                .change(
                    Change.operation(
                        claim.list(),
                        hasNext(pagination.get()) ? "pagination/next" : "pagination",
                        "it is " + looked + "; perhaps it should be \"" + sign.get() + "\""))
            : failed
                .because("The answer says that there is more: " + sign.get() + ".")
                .change(
                    Change.operation(
                        claim.list(), "pagination", "see how the vendor says it is paged")));
  }

  private static boolean hasNext(Pagination pagination) {
    return Paginations.next(pagination).isPresent() || pagination instanceof Pagination.LinkHeader;
  }

  /** Children are read for few parents, and no further than that. */
  private static Step children(Sample sample) {
    Set<String> parents = new HashSet<>();
    sample.events().forEach(it -> parents.add(String.valueOf(it.parent().orElse(null))));
    int pages = sample.pages().size();
    return pages > Math.max(1, parents.size())
        ? new Step.Passed(
            sample.claim().list(), pages + " pages for " + parents.size() + " parents")
        : new Step.Open(
            sample.claim().list(),
            "what the " + parents.size() + " parents looked at have fits on one page each");
  }

  /** Reads to the end, as far as the number of requests allows. */
  private Step readOn(Sample sample) {
    Claim claim = sample.claim();
    Transcript transcript = session.read(session.request(claim), Integer.MAX_VALUE);
    List<Exchange> pages = session.wire().pages(claim.list());
    boolean cut = session.wire().stopped().isPresent();
    Optional<Step> twice = twice(claim, transcript);
    if (twice.isPresent()) {
      return twice.get();
    }
    if (transcript.error().isPresent()) {
      return cut
          ? new Step.Open(
              claim.list(),
              "it went on to page "
                  + pages.size()
                  + ", and ends beyond the requests allowed (--limit)")
          : diagnosis.of(claim.list(), transcript.error().get());
    }
    return ended(claim, transcript, pages);
  }

  private Step ended(Claim claim, Transcript transcript, List<Exchange> pages) {
    Optional<Step> twice = twice(claim, transcript);
    if (twice.isPresent()) {
      return twice.get();
    }
    if (transcript.status().flatMap(Event.Status::incomplete).isPresent()) {
      return new Step.Open(claim.list(), "the API gives no more than its window to one query");
    }
    return new Step.Passed(
        claim.list(),
        transcript.records().size()
            + " records on "
            + filled(claim, pages)
            + " pages, each once, and an end");
  }

  private Step smaller(Sample sample, Pagination.Size declared) {
    Claim claim = sample.claim();
    int records = sample.records().size();
    int size = Math.max(1, Math.min(declared.value() - 1, (records + 2) / 3));
    Session small = variant.apply(SmallPages.of(session.definition(), claim, size));
    ReadRequest request = session.request(claim);
    Transcript transcript = small.read(request, records / size + 3);
    List<Exchange> pages = session.wire().pages(claim.list());
    int first = pages.isEmpty() ? 0 : count(claim, pages.get(0).json());
    if (first > size) {
      String asked = Paginations.words(declared.parameter().orElseThrow()) + " was " + size;
      return new Step.Open(
          claim.list(),
          asked
              + ", and "
              + first
              + " records came: either the API has no pages so small, or "
              + "/resources/"
              + claim.name()
              + "/operations/"
              + claim.read().orElseThrow()
              + "/pagination/size/parameter is not what it is called");
    }
    if (transcript.error().isPresent()
        && !session.wire().stopped().equals(Optional.of(Enough.PAGES))) {
      return diagnosis.of(claim.list(), transcript.error().get());
    }
    return twice(claim, transcript)
        .or(() -> lost(sample, transcript, pages, size))
        .orElseGet(
            () ->
                new Step.Passed(
                    claim.list(),
                    records
                        + " records on "
                        + filled(claim, pages)
                        + " pages of "
                        + size
                        + ", each once"));
  }

  private Optional<Step> lost(
      Sample sample, Transcript transcript, List<Exchange> pages, int size) {
    Claim claim = sample.claim();
    Set<List<String>> found = new HashSet<>();
    transcript.of(Event.Record.class).forEach(it -> found.add(Sample.key(claim, it)));
    long lost =
        sample.events().stream().filter(it -> !found.contains(Sample.key(claim, it))).count();
    if (lost == 0) {
      return Optional.empty();
    }
    Step.Failed failed =
        Step.Failed.of(
                claim.list(),
                "all " + sample.records().size() + " records, on pages of " + size,
                "an end after " + found.size() + " of them")
            .seenIn(pages.stream().reduce((one, other) -> other));
    Pagination pagination = claim.reading().pagination().orElseThrow();
    Optional<String> elsewhere =
        pages.isEmpty() || pages.size() > 1
            ? Optional.empty()
            : new NextPage(pages.get(0)).elsewhere();
    String looked =
        Paginations.next(pagination).map(Paginations::words).orElse("what the definition says");
    return Optional.of(
        failed
            .because(
                elsewhere
                    .map(
                        it ->
                            "The way to the next page is looked for at "
                                + looked
                                + ", and the answer has something like it at "
                                + it
                                + ".")
                    .orElse("A read that ends early loses records, and nothing says so."))
            .change(
                Change.operation(
                    claim.list(),
                    Paginations.next(pagination).isPresent() ? "pagination/next" : "pagination",
                    elsewhere
                        .map(it -> "it is " + looked + "; perhaps it should be \"" + it + "\"")
                        .orElse("see how the vendor says that the last page is recognised"))));
  }

  private Optional<Step> twice(Claim claim, Transcript transcript) {
    if (claim.resource().record().primaryKey().isEmpty()) {
      return Optional.empty();
    }
    Set<List<String>> seen = new HashSet<>();
    long again =
        transcript
            .of(Event.Record.class)
            .map(it -> Sample.key(claim, it))
            .filter(it -> !it.contains("")) // a key that is missing is another rule's
            .filter(it -> !seen.add(it))
            .count();
    if (again == 0) {
      return Optional.empty();
    }
    Step.Failed failed =
        Step.Failed.of(claim.list(), "each record once", again + " records came again")
            .seenIn(session.wire().last(claim.list()));
    return Optional.of(diagnosis.repeating(failed, claim.list()));
  }

  /** How many pages have records. */
  private static long filled(Claim claim, List<Exchange> pages) {
    return pages.stream().filter(it -> count(claim, it.json()) > 0).count();
  }

  private static int count(Claim claim, JsonNode answer) {
    return RecordsTranslation.records(claim.reading().answer()).in(answer).size();
  }
}
