package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.ListApi.Dialect;
import dev.connector.runtime.ListApi.Quirk;
import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.auth.Placement;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.End;
import dev.connector.runtime.paging.Incomplete;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.PageReader;
import dev.connector.runtime.paging.Pagination;
import dev.connector.runtime.paging.Position;
import dev.connector.runtime.paging.RecordStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaginationRulesTest {

  record Thing(int id) {}

  static Stream<Arguments> everyServer() {
    return ListApi.dialects().stream()
        .flatMap(dialect -> Stream.of(Quirk.values()).map(quirk -> Arguments.of(dialect, quirk)));
  }

  static Stream<Dialect> everyDialect() {
    return ListApi.dialects().stream();
  }

  private static List<Integer> upTo(int count) {
    return IntStream.rangeClosed(1, count).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("everyServer")
  void page1_everyStrategyYieldsExactlyTheRecordsInOrder(Dialect dialect, Quirk quirk)
      throws Exception {
    AtomicReference<ListApi> list = new AtomicReference<>();
    try (TestApi api = new TestApi().always(it -> dialect.page().apply(list.get(), it));
        ApiClient client = api.client().build()) {
      for (int count : List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 24)) {
        list.set(new ListApi(count, quirk));
        RecordStream<Thing> things = client.list(dialect.listing(), Thing.class);
        long before = client.metrics().records();
        assertThat(things.stream().map(Thing::id))
            .as("%d records", count)
            .containsExactlyElementsOf(upTo(count));
        assertThat(things.incomplete()).isEmpty();
        assertThat(client.metrics().records() - before).isEqualTo(count);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyDialect")
  void page1_aReadGoesOnAtAnyPageFromItsWrittenPosition(Dialect dialect) throws Exception {
    ListApi list = new ListApi(13, Quirk.NONE);
    try (TestApi api = new TestApi().always(it -> dialect.page().apply(list, it));
        ApiClient client = api.client().build()) {
      List<Integer> ids = new ArrayList<>();
      Position position = Position.START;
      while (position != null) {
        PageReader reader =
            new PageReader(client.pages(), dialect.listing(), position, new Cancellation());
        reader.read().records().forEach(it -> ids.add(it.path("id").intValue()));
        position =
            reader
                .position()
                .map(it -> Position.fromJson(parse(it.toJson().toString())))
                .orElse(null);
      }
      assertThat(ids).containsExactlyElementsOf(upTo(13));
    }
  }

  @ParameterizedTest
  @MethodSource("everyDialect")
  void page2_aLimitGivesExactlyThatManyRecordsAndNoNeedlessRequest(Dialect dialect)
      throws Exception {
    ListApi list = new ListApi(13, Quirk.NONE);
    try (TestApi api = new TestApi().always(it -> dialect.page().apply(list, it));
        ApiClient client = api.client().build()) {
      for (int limit = 0; limit <= 12; limit++) {
        RecordStream<Thing> things = client.list(dialect.listing().limit(limit), Thing.class);
        int before = api.requests().size();
        assertThat(things.stream().map(Thing::id)).containsExactlyElementsOf(upTo(limit));
        assertThat(api.requests().size() - before)
            .isEqualTo((limit + ListApi.ASKED - 1) / ListApi.ASKED);
        assertThat(things.incomplete())
            .hasValueSatisfying(it -> assertThat(it.reason()).isEqualTo(Incomplete.Reason.LIMIT));
      }
    }
  }

  @Test
  void page2_aPageIsFetchedOnlyWhenItsFirstRecordIsAskedFor() throws Exception {
    Dialect cursor = dialect("cursor");
    ListApi list = new ListApi(9, Quirk.NONE);
    try (TestApi api = new TestApi().always(it -> cursor.page().apply(list, it));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(cursor.listing(), Thing.class)) {
      assertThat(api.requests()).as("before the first record is asked for").isEmpty();
      for (int id = 1; id <= 9; id++) {
        assertThat(things.next().id()).isEqualTo(id);
        assertThat(api.requests()).hasSize((id + ListApi.ASKED - 1) / ListApi.ASKED);
      }
    }
  }

  @Test
  void page2_aLimitThatTheListMeetsExactlyIsNoTruncation() throws Exception {
    Dialect cursor = dialect("cursor");
    ListApi list = new ListApi(8, Quirk.NONE);
    try (TestApi api = new TestApi().always(it -> cursor.page().apply(list, it));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(cursor.listing().limit(8), Thing.class)) {
      assertThat(things.stream()).hasSize(8);
      assertThat(things.incomplete()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("everyDialect")
  void page3_aServerThatGivesTheSamePageForEverEndsInAnErrorWithinTwoRequests(Dialect dialect)
      throws Exception {
    ListApi list = new ListApi(13, Quirk.NONE);
    List<MockResponse> first = new ArrayList<>();
    try (TestApi api =
            new TestApi()
                .always(
                    it -> {
                      if (first.isEmpty()) {
                        first.add(dialect.page().apply(list, it));
                      }
                      return first.get(0);
                    });
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(dialect.listing(), Thing.class)) {
      ApiException failure = failure(() -> things.forEachRemaining(it -> {}));
      assertThat(failure.code()).isEqualTo(ErrorCode.PARSING_ERROR);
      assertThat(failure.operation()).isEqualTo("things.list");
      assertThat(failure.correlationId()).isNotEmpty();
      assertThat(api.requests()).hasSize(2);
      assertThat(failure(things::hasNext).code())
          .as("a second try is no way round")
          .isEqualTo(ErrorCode.PARSING_ERROR);
    }
  }

  @Test
  void page3_theSameCursorTwiceIsAnErrorEvenIfThePagesDiffer() throws Exception {
    AtomicInteger page = new AtomicInteger();
    Listing listing = dialect("cursor").listing();
    try (TestApi api =
            new TestApi()
                .always(
                    it ->
                        answer(
                            200,
                            "{\"items\":[{\"id\":%d}],\"paging\":{\"next\":{\"after\":\"same\"}}}"
                                .formatted(page.incrementAndGet())));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(listing, Thing.class)) {
      assertThat(failure(() -> things.forEachRemaining(it -> {})))
          .hasMessageContaining("same cursor");
      assertThat(api.requests()).hasSize(2);
    }
  }

  @Test
  void page3_cursorsThatGoInACircleAreAnError() throws Exception {
    AtomicInteger page = new AtomicInteger();
    Listing listing = dialect("cursor").listing();
    try (TestApi api =
            new TestApi()
                .always(
                    it ->
                        answer(
                            200,
                            "{\"items\":[{\"id\":%d}],\"paging\":{\"next\":{\"after\":\"c%d\"}}}"
                                .formatted(page.incrementAndGet(), page.get() % 5)));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(listing, Thing.class)) {
      assertThat(failure(() -> things.forEachRemaining(it -> {})).code())
          .isEqualTo(ErrorCode.PARSING_ERROR);
      assertThat(api.requests()).hasSize(6);
    }
  }

  @Test
  void page3_emptyPagesWithoutEndAreAnError() throws Exception {
    AtomicInteger page = new AtomicInteger();
    Listing listing = dialect("cursor").listing();
    try (TestApi api =
            new TestApi()
                .always(
                    it ->
                        answer(
                            200,
                            "{\"items\":[],\"paging\":{\"next\":{\"after\":\"c%d\"}}}"
                                .formatted(page.incrementAndGet())));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(listing, Thing.class)) {
      assertThat(failure(() -> things.forEachRemaining(it -> {})))
          .hasMessageContaining("empty pages");
    }
  }

  @Test
  void page3_moreWithoutAWayToItIsAnErrorAndNotTheEnd() throws Exception {
    Listing listing = dialect("cursor with a flag").listing();
    try (TestApi api = new TestApi().answers(answer(200, "{\"items\":[],\"has_more\":true}"));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(listing, Thing.class)) {
      assertThat(failure(things::hasNext)).hasMessageContaining("no cursor");
    }
  }

  @Test
  void page4_aNextLinkToAnotherHostIsNotFollowed() throws Exception {
    Listing listing = dialect("link").listing();
    try (TestApi elsewhere = new TestApi();
        TestApi api =
            new TestApi()
                .answers(
                    answer(
                        200,
                        "{\"items\":[{\"id\":1}],\"next\":\"%s\"}"
                            .formatted(elsewhere.url("/things"))));
        ApiClient client = api.client().authentication(Authentication.bearer("s3cret")).build();
        RecordStream<Thing> things = client.list(listing, Thing.class)) {
      assertThat(things.next().id()).isEqualTo(1);
      assertThat(failure(things::hasNext).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void page4_aNextLinkToADeclaredHostIsFollowedWithoutTheCredential() throws Exception {
    Listing listing = dialect("link").listing();
    try (TestApi elsewhere = new TestApi().answers(answer(200, "{\"items\":[{\"id\":2}]}"));
        TestApi api =
            new TestApi()
                .answers(
                    answer(
                        200,
                        "{\"items\":[{\"id\":1}],\"next\":\"%s\"}"
                            .formatted(elsewhere.url("/things?api_key=s3cret&at=2"))));
        ApiClient client =
            api.client()
                .host(elsewhere.url())
                .authentication(Authentication.apiKey(Placement.query("api_key"), "s3cret"))
                .build();
        RecordStream<Thing> things = client.list(listing, Thing.class)) {
      assertThat(things.stream().map(Thing::id)).containsExactly(1, 2);
      assertThat(elsewhere.requests())
          .singleElement()
          .satisfies(it -> assertThat(it.getTarget()).isEqualTo("/things?at=2"));
    }
  }

  @Test
  void page4_aPositionHoldsNoCredentialThatALinkRepeats() throws Exception {
    Listing listing = dialect("link").listing();
    try (TestApi api =
            new TestApi()
                .answers(
                    answer(200, "{\"items\":[],\"next\":\"/things?api_key=s3cret&at=2\"}"),
                    answer(200, "{\"items\":[]}"));
        ApiClient client =
            api.client()
                .authentication(Authentication.apiKey(Placement.query("api_key"), "s3cret"))
                .build()) {
      PageReader reader =
          new PageReader(client.pages(), listing, Position.START, new Cancellation());
      reader.read();
      assertThat(reader.position().orElseThrow().toJson().toString())
          .contains("at=2")
          .doesNotContain("s3cret");
      reader.read();
      assertThat(api.requests().get(1).getUrl().queryParameter("api_key")).isEqualTo("s3cret");
    }
  }

  @Test
  void page5_theResultWindowOfTheApiEndsTheListInAnErrorAfterItsLastRecord() throws Exception {
    for (String name : List.of("offset", "cursor", "page from 1", "last key", "link header")) {
      Dialect dialect = dialect(name);
      ListApi list = new ListApi(13, Quirk.NONE);
      try (TestApi api = new TestApi().always(it -> dialect.page().apply(list, it));
          ApiClient client = api.client().build();
          RecordStream<Thing> things = client.list(dialect.listing().window(8), Thing.class)) {
        List<Integer> ids = new ArrayList<>();
        ApiException failure = failure(() -> things.forEachRemaining(it -> ids.add(it.id())));
        assertThat(ids).as(name).containsExactlyElementsOf(upTo(8));
        assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(things.incomplete())
            .hasValueSatisfying(it -> assertThat(it.reason()).isEqualTo(Incomplete.Reason.WINDOW));
        assertThat(api.requests()).as(name).hasSize(2);
      }
    }
  }

  @Test
  void page5_aListThatFillsTheWindowAndEndsThereIsComplete() throws Exception {
    Dialect dialect = dialect("cursor");
    ListApi list = new ListApi(8, Quirk.NONE);
    try (TestApi api = new TestApi().always(it -> dialect.page().apply(list, it));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(dialect.listing().window(8), Thing.class)) {
      assertThat(things.stream()).hasSize(8);
      assertThat(things.incomplete()).isEmpty();
    }
  }

  @Test
  void page5_aTotalThatIsCutDownToTheWindowIsNotBelieved() throws Exception {
    Listing listing = dialect("offset with the number of records").listing().window(2);
    try (TestApi api =
            new TestApi().answers(answer(200, "{\"items\":[{\"id\":1},{\"id\":2}],\"total\":2}"));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(listing, Thing.class)) {
      assertThat(failure(() -> things.forEachRemaining(it -> {})).code())
          .isEqualTo(ErrorCode.UNSUPPORTED);
    }
  }

  @Test
  void page5_aPageCapIsReported() throws Exception {
    Dialect dialect = dialect("cursor");
    ListApi list = new ListApi(13, Quirk.NONE);
    try (TestApi api = new TestApi().always(it -> dialect.page().apply(list, it));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(dialect.listing().maxPages(2), Thing.class)) {
      assertThat(things.stream()).hasSize(8);
      assertThat(things.incomplete())
          .hasValueSatisfying(it -> assertThat(it.reason()).isEqualTo(Incomplete.Reason.PAGE_CAP));
      assertThat(api.requests()).hasSize(2);
    }
  }

  @Test
  void page5_fewerRecordsThanAnnouncedAreReported() throws Exception {
    for (String name :
        List.of("offset with the number of records", "page from 0 with the number of records")) {
      Listing listing = dialect(name).listing();
      String total = "\"total\":5,\"meta\":{\"total\":5}";
      try (TestApi api =
              new TestApi()
                  .answers(
                      answer(200, "{\"items\":[{\"id\":1}]," + total + "}"),
                      answer(200, "{\"items\":[]," + total + "}"));
          ApiClient client = api.client().build();
          RecordStream<Thing> things = client.list(listing, Thing.class)) {
        assertThat(things.stream()).hasSize(1);
        assertThat(things.incomplete())
            .hasValueSatisfying(it -> assertThat(it.reason()).isEqualTo(Incomplete.Reason.TOTAL));
      }
    }
  }

  @Test
  void page5_aMissingListIsNotAnEmptyOne() throws Exception {
    try (TestApi api = new TestApi().answers(answer(200, "{\"data\":[{\"id\":1}]}"));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(dialect("offset").listing(), Thing.class)) {
      assertThat(failure(things::hasNext).code()).isEqualTo(ErrorCode.PARSING_ERROR);
    }
  }

  @Test
  void page5_nullAndNoContentAreEmptyLists() throws Exception {
    for (MockResponse nothing : List.of(answer(200, "{\"items\":null}"), answer(204, ""))) {
      try (TestApi api = new TestApi().answers(nothing);
          ApiClient client = api.client().build();
          RecordStream<Thing> things = client.list(dialect("cursor").listing(), Thing.class)) {
        assertThat(things.hasNext()).isFalse();
      }
    }
  }

  @Test
  void page1_aShortPageEndsTheListWhereTheApiIsKnownToFillItsPages() throws Exception {
    Listing listing =
        Listing.of(Request.get("things.list", "/things"))
            .records("/items")
            .pagination(Pagination.offset("offset").size("limit", 2).until(End.shorterThan(2)));
    try (TestApi api =
            new TestApi()
                .answers(
                    answer(200, "{\"items\":[{\"id\":1},{\"id\":2}]}"),
                    answer(200, "{\"items\":[{\"id\":3}]}"));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(listing, Thing.class)) {
      assertThat(things.stream().map(Thing::id)).containsExactly(1, 2, 3);
    }
  }

  @Test
  void page1_onePageIsAllWhereThereIsNoPagination() throws Exception {
    Listing listing = Listing.of(Request.get("latest", "/latest"));
    try (TestApi api =
            new TestApi()
                .answers(answer(200, "[{\"id\":1},{\"id\":2}]"), answer(200, "{\"id\":7}"));
        ApiClient client = api.client().build();
        RecordStream<Thing> array = client.list(listing, Thing.class);
        RecordStream<Thing> object = client.list(listing, Thing.class)) {
      assertThat(array.stream().map(Thing::id)).containsExactly(1, 2);
      assertThat(object.stream().map(Thing::id)).as("an object is one record").containsExactly(7);
    }
  }

  @Test
  void page1_aPageThatFailsIsAskedForAgainWhenTheCallerGoesOn() throws Exception {
    Dialect dialect = dialect("offset with a flag");
    ListApi list = new ListApi(9, Quirk.NONE);
    AtomicInteger requests = new AtomicInteger();
    try (TestApi api =
            new TestApi()
                .always(
                    it ->
                        requests.incrementAndGet() == 2
                            ? answer(404, "{}")
                            : dialect.page().apply(list, it));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(dialect.listing(), Thing.class)) {
      List<Integer> ids = new ArrayList<>();
      assertThat(failure(() -> things.forEachRemaining(it -> ids.add(it.id()))).code())
          .isEqualTo(ErrorCode.NOT_FOUND);
      things.forEachRemaining(it -> ids.add(it.id()));
      assertThat(ids).containsExactlyElementsOf(upTo(9));
    }
  }

  @Test
  void data2_aRecordWithoutItsPrimaryKeyIsReportedAndTheNextOneStillComes() throws Exception {
    try (TestApi api =
            new TestApi()
                .answers(
                    answer(200, "{\"items\":[{\"id\":1},{\"id\":null},{},{\"id\":4}]}"),
                    answer(200, "{\"items\":[]}"));
        ApiClient client = api.client().build();
        RecordStream<Thing> things = client.list(dialect("offset").listing(), Thing.class)) {
      assertThat(things.next().id()).isEqualTo(1);
      ApiException failure = failure(things::next);
      assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
      assertThat(failure).hasMessageContaining("/id");
      assertThat(failure(things::next).code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
      assertThat(things.next().id()).isEqualTo(4);
      assertThat(things.hasNext()).isFalse();
    }
  }

  @Test
  void data3_numbersKeepTheirPrecisionAndUnknownFieldsDoNoHarm() throws Exception {
    record Price(BigDecimal amount, long big) {}
    String page = "[{\"amount\":0.10000000000000000001,\"big\":9007199254740993,\"more\":[1]}]";
    Listing listing = Listing.of(Request.get("prices.list", "/prices"));
    try (TestApi api = new TestApi().answers(answer(200, page), answer(200, page));
        ApiClient client = api.client().build();
        RecordStream<Price> prices = client.list(listing, Price.class);
        RecordStream<JsonNode> trees = client.list(listing)) {
      Price price = prices.next();
      assertThat(price.amount()).isEqualTo("0.10000000000000000001");
      assertThat(price.big()).isEqualTo(9007199254740993L);
      assertThat(trees.next()).hasToString(page.substring(1, page.length() - 1));
    }
  }

  @Test
  void life2_aClosedStreamFetchesNothingMore() throws Exception {
    Dialect dialect = dialect("cursor");
    ListApi list = new ListApi(9, Quirk.NONE);
    try (TestApi api = new TestApi().always(it -> dialect.page().apply(list, it));
        ApiClient client = api.client().build()) {
      RecordStream<Thing> things = client.list(dialect.listing(), Thing.class);
      things.next();
      things.close();
      things.close();
      assertThat(failure(() -> things.forEachRemaining(it -> {})).code())
          .isEqualTo(ErrorCode.CANCELLED);
      assertThat(api.requests()).hasSize(1);
    }
  }

  static Dialect dialect(String name) {
    return ListApi.dialects().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static JsonNode parse(String text) {
    try {
      return Json.parse(text);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
