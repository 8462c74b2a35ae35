package dev.connector.scaffold.infer.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaginationInferenceTest {

  private static final String INTEGER = "{\"type\": \"integer\"}";
  private static final String STRING = "{\"type\": \"string\"}";
  private static final String LIMIT = "{\"type\": \"integer\", \"maximum\": 200}";

  @Test
  void counts_pages() {
    Pagination.Page page =
        sure(
            Described.list()
                .query("page", "{\"type\": \"integer\", \"default\": 1}", "Page number")
                .query("per_page", LIMIT, "")
                .response("{\"total_pages\": {\"type\": \"integer\"}}"),
            Pagination.Page.class);
    assertThat(page.parameter()).isEqualTo(new Placement.Query("page"));
    assertThat(page.first()).isEqualTo(1);
    assertThat(page.end().pages()).contains(body("/total_pages"));
    assertThat(page.size())
        .contains(new Pagination.Size(Optional.of(new Placement.Query("per_page")), 200));
  }

  @Test
  void believes_prose_about_the_first_page_before_a_default() {
    Described list =
        Described.list()
            .query("page", "{\"type\": \"integer\", \"default\": 1}", "Page number, zero-based")
            .query("size", INTEGER, "");
    assertThat(sure(list, Pagination.Page.class).first()).isZero();
  }

  @Test
  void offers_the_other_first_page_where_the_document_says_nothing() {
    Fact<Optional<Pagination>> fact =
        Described.list()
            .query("page", INTEGER, "Page number")
            .query("limit", INTEGER, "")
            .pagination();
    assertThat(fact.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(((Pagination.Page) fact.value().orElseThrow()).first()).isEqualTo(1);
    assertThat(((Pagination.Page) fact.alternatives().get(0).orElseThrow()).first()).isZero();
  }

  @Test
  void takes_the_first_page_from_other_operations() {
    Described list =
        Described.list("/users")
            .query("page", "{\"type\": \"integer\", \"default\": 0}", "")
            .and("/things")
            .query("page", INTEGER, "Page number")
            .query("limit", INTEGER, "");
    Pagination.Page page = (Pagination.Page) list.pagination().value().orElseThrow();
    assertThat(page.first()).isZero();
  }

  @Test
  void counts_records() {
    Pagination.Offset offset =
        sure(
            Described.list()
                .query("offset", INTEGER, "")
                .query("limit", "{\"type\": \"integer\"}", "At most 50")
                .response("{\"total\": {\"type\": \"integer\"}}"),
            Pagination.Offset.class);
    assertThat(offset.first()).isZero();
    assertThat(offset.end().total()).contains(body("/total"));
    assertThat(offset.size().orElseThrow().value()).isEqualTo(50);
  }

  @Test
  void does_not_end_by_a_total_of_the_page() {
    Described list =
        Described.list()
            .query("offset", INTEGER, "")
            .query("limit", INTEGER, "")
            .response(
                "{\"total\": {\"type\": \"integer\", \"description\": \"Records on this page\"}}");
    assertThat(sure(list, Pagination.Offset.class).end().total()).isEmpty();
  }

  @Test
  void does_not_decide_whether_an_offset_counts_pages() {
    Fact<Optional<Pagination>> fact =
        Described.list()
            .query("limit", INTEGER, "")
            .query("offset", INTEGER, "An offset of 0 shows the first page of results, and so on")
            .pagination();
    assertThat(fact.value()).isEmpty();
    assertThat(fact.alternatives()).hasSizeGreaterThan(1);
  }

  @Test
  void counts_records_on_a_page_of_results() {
    Described list =
        Described.list()
            .query("startAt", INTEGER, "The index of the first item to return in a page of results")
            .query("maxResults", INTEGER, "");
    assertThat(sure(list, Pagination.Offset.class).parameter())
        .isEqualTo(new Placement.Query("startAt"));
  }

  @Test
  void does_not_count_pages_by_whatever_speaks_of_pages() {
    assertThat(
            Described.list()
                .query("includingJobId", INTEGER, "Return the page of results with this job")
                .pagination()
                .value())
        .isEmpty();
  }

  @Test
  void never_counts_an_opaque_offset() {
    Fact<Optional<Pagination>> fact =
        Described.list()
            .query("limit", INTEGER, "")
            .query("offset", STRING, "Offset token. A number is not accepted.")
            .pagination();
    assertThat(fact.value()).isEmpty();
    assertThat(fact.confidence()).isEqualTo(Confidence.UNSURE);
  }

  @Test
  void takes_an_opaque_offset_from_where_the_response_has_it() {
    Pagination.Cursor cursor =
        sure(
            Described.list()
                .query("limit", INTEGER, "")
                .query("offset", STRING, "Offset token")
                .response(
                    "{\"next_page\": {\"type\": \"object\", \"properties\": {\"offset\": {\"type\":"
                        + " \"string\"}, \"uri\": {\"type\": \"string\"}}}}"),
            Pagination.Cursor.class);
    assertThat(cursor.next()).isEqualTo(body("/next_page/offset"));
  }

  @Test
  void takes_a_page_that_is_a_cursor_for_a_cursor() {
    Pagination.Cursor cursor =
        sure(
            Described.list()
                .query("page", STRING, "A cursor for pagination. Use the next_page value.")
                .response("{\"next_page\": {\"type\": \"string\"}}"),
            Pagination.Cursor.class);
    assertThat(cursor.parameter()).isEqualTo(new Placement.Query("page"));
    assertThat(cursor.next()).isEqualTo(body("/next_page"));
  }

  @Test
  void does_not_decide_whether_an_undescribed_text_counts() {
    Fact<Optional<Pagination>> fact = Described.list().query("page", STRING, "").pagination();
    assertThat(fact.confidence()).isEqualTo(Confidence.UNSURE);
    assertThat(fact.value()).isEmpty();
    assertThat(fact.alternatives()).isNotEmpty();
  }

  @Test
  void matches_tokens_by_name() {
    assertThat(next("pageToken", "nextPageToken")).isEqualTo(body("/nextPageToken"));
    assertThat(next("NextToken", "NextToken")).isEqualTo(body("/NextToken"));
    assertThat(next("marker", "next_marker")).isEqualTo(body("/next_marker"));
    assertThat(next("cursor", "cursor")).isEqualTo(body("/cursor"));
  }

  private static Source next(String parameter, String field) {
    return sure(
            Described.list()
                .query(parameter, STRING, "")
                .response("{\"" + field + "\": {\"type\": \"string\"}}"),
            Pagination.Cursor.class)
        .next();
  }

  @Test
  void matches_tokens_by_what_is_said_of_them() {
    Pagination.Cursor cursor =
        sure(
            Described.list()
                .query("continueFrom", STRING, "An id returned before (see lastId in the response)")
                .response("{\"lastId\": {\"type\": \"string\"}}"),
            Pagination.Cursor.class);
    assertThat(cursor.parameter()).isEqualTo(new Placement.Query("continueFrom"));
    assertThat(cursor.next()).isEqualTo(body("/lastId"));
  }

  @Test
  void prefers_the_token_to_another_field_that_is_spoken_of() {
    Pagination.Cursor cursor =
        sure(
            Described.list()
                .query("continue", STRING, "Token of the last list; see also resourceVersion")
                .response(
                    "{\"metadata\": {\"type\": \"object\", \"properties\": {\"resourceVersion\": {\"type\":"
                        + " \"string\"}, \"continue\": {\"type\": \"string\"}}}}"),
            Pagination.Cursor.class);
    assertThat(cursor.next()).isEqualTo(body("/metadata/continue"));
  }

  @Test
  void finds_a_token_in_a_header_that_only_prose_names() {
    Pagination.Cursor cursor =
        sure(
            Described.list()
                .query(
                    "cursor",
                    STRING,
                    "Cursors are in the headers X-Acme-Cursor-Prev and X-Acme-Cursor-Next."),
            Pagination.Cursor.class);
    assertThat(cursor.next()).isEqualTo(new Source.Header("x-acme-cursor-next"));
  }

  @Test
  void finds_a_token_that_only_an_example_shows() {
    Pagination.Cursor cursor =
        sure(
            Described.list()
                .query("cursor", STRING, "")
                .example("{\"data\": [], \"response_metadata\": {\"next_cursor\": \"dGVhbQ==\"}}"),
            Pagination.Cursor.class);
    assertThat(cursor.next()).isEqualTo(body("/response_metadata/next_cursor"));
  }

  @Test
  void takes_the_other_half_of_a_cursor_from_other_operations() {
    Described list =
        Described.list("/users")
            .query("cursor", STRING, "")
            .response("{\"next_cursor\": {\"type\": \"string\"}}")
            .and("/things")
            .query("cursor", STRING, "The next_cursor of the last call");
    Fact<Optional<Pagination>> fact = list.pagination();
    assertThat(fact.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(((Pagination.Cursor) fact.value().orElseThrow()).next())
        .isEqualTo(body("/next_cursor"));
  }

  @Test
  void sends_the_token_in_the_body_of_a_search() {
    Pagination.Cursor cursor =
        sure(
            Described.search()
                .body("{\"cursor\": {\"type\": \"string\"}, \"limit\": {\"type\": \"integer\"}}")
                .response("{\"cursor\": {\"type\": \"string\"}}"),
            Pagination.Cursor.class);
    assertThat(cursor.parameter()).isEqualTo(new Placement.Body(JsonPointer.compile("/cursor")));
  }

  @Test
  void pages_like_graph_ql() {
    Pagination.Cursor cursor =
        sure(
            Described.list()
                .query("after", STRING, "")
                .response(
                    "{\"pageInfo\": {\"type\": \"object\", \"properties\": {\"hasNextPage\":"
                        + " {\"type\": \"boolean\"}, \"endCursor\": {\"type\": \"string\"}}}}"),
            Pagination.Cursor.class);
    assertThat(cursor.next()).isEqualTo(body("/pageInfo/endCursor"));
    assertThat(cursor.end().more()).contains(body("/pageInfo/hasNextPage"));
  }

  @Test
  void follows_a_link_rather_than_count() {
    Pagination.NextLink link =
        sure(
            Described.list()
                .query("page[number]", INTEGER, "")
                .query("page[size]", INTEGER, "")
                .response(
                    "{\"links\": {\"type\": \"object\", \"properties\": {\"next\": {\"type\":"
                        + " \"string\"}, \"prev\": {\"type\": \"string\"}}}}"),
            Pagination.NextLink.class);
    assertThat(link.next()).isEqualTo(body("/links/next"));
  }

  @Test
  void counts_json_api_pages_without_a_link() {
    Described list =
        Described.list()
            .query("page[number]", "{\"type\": \"integer\", \"default\": 1}", "")
            .query("page[size]", LIMIT, "");
    assertThat(sure(list, Pagination.Page.class).parameter())
        .isEqualTo(new Placement.Query("page[number]"));
  }

  @Test
  void follows_links_of_many_names() {
    assertThat(link("@odata.nextLink", "")).isEqualTo(body("/@odata.nextLink"));
    assertThat(link("nextRecordsUrl", "")).isEqualTo(body("/nextRecordsUrl"));
    assertThat(link("next_page_uri", "The relative URI")).isEqualTo(body("/next_page_uri"));
    assertThat(link("next", "A link to the next page")).isEqualTo(body("/next"));
  }

  private static Source link(String field, String description) {
    return sure(
            Described.list()
                .query("Page", INTEGER, "The page index. This value is simply for client state.")
                .response(
                    "{\""
                        + field
                        + "\": {\"type\": \"string\", \"description\": \""
                        + description
                        + "\"}}"),
            Pagination.NextLink.class)
        .next();
  }

  @Test
  void follows_a_link_header_that_is_declared_or_spoken_of() {
    sure(
        Described.list().query("page", INTEGER, "").responseHeader("link"),
        Pagination.LinkHeader.class);
    sure(
        Described.list().query("offset", INTEGER, "Or follow the Link header."),
        Pagination.LinkHeader.class);
  }

  @Test
  void goes_on_from_the_last_record() {
    Pagination.Keyset keyset =
        sure(
            Described.list()
                .query("starting_after", STRING, "An object id that defines your place in the list")
                .query("ending_before", STRING, "")
                .response("{\"has_more\": {\"type\": \"boolean\"}}"),
            Pagination.Keyset.class);
    assertThat(keyset.key()).isEqualTo(JsonPointer.compile("/id"));
    assertThat(keyset.end().more()).contains(body("/has_more"));
  }

  @Test
  void does_not_take_a_time_for_a_token_or_a_number() {
    assertThat(
            Described.list()
                .query("after", INTEGER, "A timestamp, epoch milliseconds")
                .query("start", STRING, "The date and time from which on")
                .pagination()
                .value())
        .isEmpty();
  }

  @Test
  void does_not_take_a_number_of_days_for_a_page_size() {
    Fact<Optional<Pagination>> fact =
        Described.list().query("limit", INTEGER, "Number of days to consider").pagination();
    assertThat(fact.evidence().get(0).says()).contains("nothing is said of further pages");
  }

  @Test
  void says_that_only_the_first_page_is_known() {
    Fact<Optional<Pagination>> fact = Described.list().query("limit", INTEGER, "").pagination();
    assertThat(fact.value()).isEmpty();
    assertThat(fact.confidence()).isEqualTo(Confidence.UNSURE);
    assertThat(fact.evidence().get(0).says()).endsWith("first page only, not verified");
  }

  @Test
  void believes_that_there_is_no_paging() {
    Fact<Optional<Pagination>> fact =
        Described.list().says("This endpoint does not support pagination.").pagination();
    assertThat(fact.value()).isEmpty();
    assertThat(fact.confidence()).isEqualTo(Confidence.SURE);
  }

  @Test
  void does_not_believe_it_against_its_own_parameters() {
    Described list =
        Described.list()
            .says("For all at once see another operation, which is not paginated.")
            .query("offset", INTEGER, "")
            .query("limit", INTEGER, "");
    sure(list, Pagination.Offset.class);
  }

  @Test
  void does_not_page_by_a_filter_for_newer_records() {
    assertThat(
            Described.list()
                .query("since_id", STRING, "Returns records with an id greater than this")
                .pagination()
                .value())
        .isEmpty();
  }

  @Test
  void says_that_ranges_are_beyond_a_definition() {
    Fact<Optional<Pagination>> fact =
        Described.list().header("Range", STRING, "items=0-49").pagination();
    assertThat(fact.value()).isEmpty();
    assertThat(fact.evidence().get(0).says()).contains("Range");
  }

  @Test
  void learns_words_from_connectors(@TempDir Path connectors) throws IOException {
    Described list =
        Described.list()
            .query("goOn", STRING, "")
            .response(
                "{\"goOnWith\": {\"type\": \"string\"}, \"nextGoOn\": {\"type\": \"string\"}}");
    assertThat(list.pagination().value()).isEmpty();
    String taught =
        "{\"facts\": {}, \"registry\": {\"cursorParameter\": {\"goOn\": 1}, \"nextToken\": {\"nextGoOn\": 1}}}";
    Path file = Files.writeString(connectors.resolve("lexicon.json"), taught);
    Pagination.Cursor cursor =
        (Pagination.Cursor) list.pagination(Lexicon.read(file)).value().orElseThrow();
    assertThat(cursor.next()).isEqualTo(body("/nextGoOn"));
  }

  private static <T extends Pagination> T sure(Described list, Class<T> type) {
    Fact<Optional<Pagination>> fact = list.pagination();
    assertThat(fact.value()).get().isInstanceOf(type);
    assertThat(fact.confidence()).isEqualTo(Confidence.SURE);
    assertThat(fact.alternatives()).isEmpty();
    assertThat(fact.evidence()).isNotEmpty();
    return type.cast(fact.value().orElseThrow());
  }

  private static Source body(String pointer) {
    return new Source.Body(JsonPointer.compile(pointer));
  }

  @Test
  void a_token_that_others_take_is_taken_here_by_what_this_method_has() {
    String token =
        "{\"pages\": {\"type\": \"object\", \"properties\": {\"next\": {\"type\": \"object\","
            + " \"properties\": {\"starting_after\": {\"type\": \"string\"}}}}}}";
    Fact<Optional<Pagination>> inferred =
        Described.search()
            .response(token)
            .body(
                "{\"pagination\": {\"properties\": {\"starting_after\": {\"type\": \"string\"}}}}")
            .and("/conversations")
            .response(token)
            .query("starting_after", "{\"type\": \"string\"}", "")
            .and("/contacts")
            .response(token)
            .pagination();
    assertThat(inferred.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(inferred.value())
        .get()
        .isInstanceOfSatisfying(
            Pagination.Cursor.class,
            it -> assertThat(it.parameter()).isEqualTo(new Placement.Query("starting_after")));
  }
}
