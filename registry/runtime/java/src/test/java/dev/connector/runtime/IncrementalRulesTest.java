package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.SearchApi.NEVER;
import static dev.connector.runtime.TestApi.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.runtime.paging.Change;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Deletes;
import dev.connector.runtime.paging.Incomplete;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.Pagination;
import dev.connector.runtime.paging.ParentCheckpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncrementalRulesTest {

  record Thing(int id, String changed) {}

  /** A kind of reading, and a server that suits it. */
  record Reading(String name, Incremental incremental, boolean sorted) {
    SearchApi api(int size, long... times) {
      SearchApi api = SearchApi.of(size, times);
      return sorted ? api : api.unsorted();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Reading> everyReading() {
    Incremental byTime = SearchApi.byTime();
    return Stream.of(
        new Reading("unordered", byTime, false),
        new Reading("ascending", byTime.ascending(), true),
        new Reading("rolling", byTime.from(Instant.EPOCH).rolling(), true),
        new Reading("unordered, looking back", byTime.lookback(Duration.ofSeconds(2)), false),
        new Reading(
            "ascending, looking back", byTime.ascending().lookback(Duration.ofSeconds(2)), true),
        new Reading(
            "rolling, looking back",
            byTime.from(Instant.EPOCH).rolling().lookback(Duration.ofSeconds(2)),
            true));
  }

  private static final long[][] TIMES = {
    {5},
    {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
    {1, 1, 1, 2, 2, 3, 3, 3, 3, 4},
    {5, 5, 5, 5, 5, 5, 5, 5, 5, 5},
    {1, 5, 5, 5, 5, 5, 5, 5, 5, 9},
  };

  @ParameterizedTest
  @MethodSource("everyReading")
  void inc1_aCheckpointIsOfferedAfterEveryPageOnceItsRecordsHaveBeenHandedOver(Reading reading)
      throws Exception {
    SearchApi search = reading.api(3, 1, 2, 3, 4, 5, 6, 7);
    try (TestApi api = new TestApi().always(search::answer);
        ApiClient client = api.client().build();
        ChangeStream<Thing> changes = open(client, reading, Checkpoint.NONE)) {
      Checkpoint before = changes.checkpoint();
      assertThat(before).isEqualTo(Checkpoint.NONE);
      changes.next();
      changes.next();
      assertThat(changes.checkpoint()).as("within the first page").isSameAs(before);
      changes.next();
      Checkpoint afterPage = changes.checkpoint();
      assertThat(afterPage).as("after the first page").isNotEqualTo(before);
      assertThat(changes.hasNext()).isTrue();
      assertThat(changes.checkpoint()).as("the next page is here, not taken").isSameAs(afterPage);
    }
  }

  @ParameterizedTest
  @MethodSource("everyReading")
  void inc2_killedAtAnyRecordAndResumedAReadLosesNothingAndRepeatsAtMostAPage(Reading reading) {
    for (long[] times : TIMES) {
      for (int size : List.of(1, 3, 4)) {
        use(reading.api(size, times));
        for (int kill = 0; kill < times.length; kill++) {
          List<Integer> ids = new ArrayList<>();
          Checkpoint checkpoint = read(open(client, reading, Checkpoint.NONE), kill, ids);
          Checkpoint end = read(open(client, reading, stored(checkpoint)), 999, ids);
          assertThat(ids)
              .as("killed after %d of %s, pages of %d", kill, Arrays.toString(times), size)
              .containsAll(IntStream.rangeClosed(1, times.length).boxed().toList())
              .hasSizeLessThanOrEqualTo(times.length + size);
          assertThat(end.cursor()).hasValue(TextNode.valueOf(SearchApi.iso(max(times))));
          assertThat(end.query()).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyReading")
  void inc2_killedAfterEveryRecordAReadStillComesToItsEnd(Reading reading) throws Exception {
    SearchApi search = reading.api(3, 1, 2, 2, 2, 2, 2, 2, 3, 4, 5, 6, 7);
    try (TestApi api = new TestApi().always(search::answer);
        ApiClient client = api.client().build()) {
      List<Integer> ids = new ArrayList<>();
      Checkpoint checkpoint = Checkpoint.NONE;
      for (int run = 0; run < 12; run++) {
        checkpoint = stored(read(open(client, reading, checkpoint), 3, ids));
      }
      assertThat(ids).contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }
  }

  @Test
  void inc2_recordsThatChangeDuringARollingReadAreNotLostNorAreTheirNeighbours() throws Exception {
    for (long[] times : TIMES) {
      for (int size : List.of(2, 3)) {
        for (int victim = 1; victim <= times.length; victim += 2) {
          for (int when = 2; when <= 7; when++) {
            assertEveryVersionComes(times, size, victim, when);
          }
        }
      }
    }
  }

  /** Before request number {@code when}, a record changes and moves to the end. */
  private void assertEveryVersionComes(long[] times, int size, int victim, int when)
      throws Exception {
    SearchApi search = SearchApi.of(size, times);
    AtomicInteger requests = new AtomicInteger();
    search.meanwhile(
        () -> {
          if (requests.incrementAndGet() == when) {
            search.change(victim, 100);
          }
        });
    Map<Integer, String> latest = new HashMap<>();
    try (ChangeStream<Thing> changes = overSharedServer(search)) {
      changes.forEachRemaining(it -> latest.put(it.record().id(), it.record().changed()));
    }
    Map<Integer, String> expected = new TreeMap<>();
    search.state().forEach((id, time) -> expected.put(id, SearchApi.iso(time)));
    if (requests.get() < when) {
      return;
    }
    assertThat(latest)
        .as("%s, pages of %d, %d changes before request %d", List.of(times), size, victim, when)
        .containsAllEntriesOf(without(expected, victim))
        .containsKey(victim);
  }

  private static Map<Integer, String> without(Map<Integer, String> all, int id) {
    Map<Integer, String> others = new TreeMap<>(all);
    others.remove(id);
    return others;
  }

  @Test
  void inc2_aRollingReadThatIsKilledWhileRecordsChangeLosesNothing() throws Exception {
    long[] times = {1, 2, 2, 2, 2, 2, 2, 3, 4, 5};
    Reading rolling = new Reading("", SearchApi.byTime().from(Instant.EPOCH).rolling(), true);
    for (int kill = 0; kill <= times.length; kill++) {
      for (int victim = 1; victim <= times.length; victim += 3) {
        SearchApi search = SearchApi.of(3, times);
        List<Integer> ids = new ArrayList<>();
        Checkpoint checkpoint = stored(read(overSharedServer(search), kill, ids));
        search.change(victim, 100);
        use(search);
        Checkpoint end = read(open(client, rolling, checkpoint), 999, ids);
        assertThat(ids)
            .as("killed after %d, then %d changed", kill, victim)
            .contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(end.cursor()).hasValue(TextNode.valueOf(SearchApi.iso(100)));
      }
    }
  }

  @Test
  void inc2_aRollingReadGoesPastTheResultWindow() throws Exception {
    long[] times = IntStream.rangeClosed(1, 60).mapToLong(i -> i / 2).toArray();
    SearchApi search = SearchApi.of(4, times);
    use(search);
    Listing windowed = SearchApi.listing().window(8);
    Incremental rolling = SearchApi.byTime().from(Instant.EPOCH).rolling();
    try (ChangeStream<Thing> changes =
        client.changes(windowed, rolling, Checkpoint.NONE, Thing.class)) {
      List<Integer> ids = new ArrayList<>();
      changes.forEachRemaining(it -> ids.add(it.record().id()));
      assertThat(ids).containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
      assertThat(search.largestOffset()).isLessThan(8);
    }
  }

  @Test
  void page5_oneCursorValueThatFillsTheWholeWindowIsReported() throws Exception {
    long[] times = {1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9};
    use(SearchApi.of(2, times));
    Listing windowed = SearchApi.listing().window(6);
    Incremental rolling = SearchApi.byTime().from(Instant.EPOCH).rolling();
    try (ChangeStream<Thing> changes =
        client.changes(windowed, rolling, Checkpoint.NONE, Thing.class)) {
      ApiException failure = failure(() -> changes.forEachRemaining(it -> {}));
      assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
      assertThat(changes.incomplete()).isPresent();
      assertThat(changes.checkpoint().cursor())
          .as("the value is not passed over")
          .hasValue(TextNode.valueOf(SearchApi.iso(5)));
    }
  }

  @Test
  void page5_anUnorderedReadThatMeetsTheWindowKeepsItsCursor() throws Exception {
    use(SearchApi.of(2, 1, 2, 3, 4, 5, 6).unsorted());
    try (ChangeStream<Thing> changes =
        client.changes(
            SearchApi.listing().window(4), SearchApi.byTime(), Checkpoint.NONE, Thing.class)) {
      assertThat(failure(() -> changes.forEachRemaining(it -> {})).code())
          .isEqualTo(ErrorCode.UNSUPPORTED);
      assertThat(changes.checkpoint().cursor()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("everyReading")
  void inc2_aPageCapIsReportedAndTheNextReadGoesOnBehindIt(Reading reading) throws Exception {
    use(reading.api(3, 1, 2, 3, 4, 5, 6, 7, 8));
    Listing capped = SearchApi.listing().maxPages(1);
    List<Integer> ids = new ArrayList<>();
    Checkpoint checkpoint = Checkpoint.NONE;
    for (int run = 0; run < 8; run++) {
      try (ChangeStream<Thing> changes =
          client.changes(capped, reading.incremental(), checkpoint, Thing.class)) {
        changes.forEachRemaining(it -> ids.add(it.record().id()));
        checkpoint = stored(changes.checkpoint());
        assertThat(changes.incomplete().isPresent()).isEqualTo(checkpoint.query().isPresent());
      }
    }
    assertThat(ids).contains(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @ParameterizedTest
  @MethodSource("everyReading")
  void inc3_theNextReadAsksFromTheCursorOnAndGivesWhatChanged(Reading reading) throws Exception {
    SearchApi search = reading.api(3, 10, 20, 30, 40);
    try (TestApi api = new TestApi().always(search::answer);
        ApiClient client = api.client().build()) {
      Checkpoint checkpoint = read(open(client, reading, Checkpoint.NONE), 999, new ArrayList<>());
      search.change(2, 50);
      int before = api.requests().size();
      List<Integer> ids = new ArrayList<>();
      Checkpoint end = read(open(client, reading, stored(checkpoint)), 999, ids);
      long from = 40 - reading.incremental().lookback().toSeconds();
      assertThat(api.requests().get(before).getUrl().queryParameter("since"))
          .isEqualTo(SearchApi.iso(from));
      assertThat(ids).contains(2).doesNotContain(1, 3);
      assertThat(end.cursor()).hasValue(TextNode.valueOf(SearchApi.iso(50)));
    }
  }

  @ParameterizedTest
  @MethodSource("everyReading")
  void inc3_theCursorNeverMovesBackwards(Reading reading) throws Exception {
    use(reading.api(3, 98, 99));
    Checkpoint since = Checkpoint.since(Instant.ofEpochSecond(100));
    Checkpoint end =
        read(
            client.changes(
                SearchApi.listing(),
                reading.incremental().lookback(Duration.ofSeconds(5)),
                since,
                Thing.class),
            999,
            new ArrayList<>());
    assertThat(end.cursor()).isEqualTo(since.cursor());
  }

  @Test
  void inc3_recordsWithoutACursorAreKeptAndCounted() throws Exception {
    for (Incremental incremental : List.of(SearchApi.byTime(), SearchApi.byTime().ascending())) {
      use(SearchApi.of(2, NEVER, NEVER, NEVER, 4, 5, 6));
      Reading reading = new Reading("", incremental, true);
      for (int kill = 0; kill < 6; kill++) {
        List<Integer> ids = new ArrayList<>();
        Checkpoint checkpoint = read(open(client, reading, Checkpoint.NONE), kill, ids);
        try (ChangeStream<Thing> rest = open(client, reading, stored(checkpoint))) {
          rest.forEachRemaining(it -> ids.add(it.record().id()));
          assertThat(ids).contains(1, 2, 3, 4, 5, 6).hasSizeLessThanOrEqualTo(8);
          if (kill == 0) {
            assertThat(rest.withoutCursor()).isEqualTo(3);
          }
        }
      }
    }
  }

  @Test
  void inc3_aRecordThatChangesBehindAnUnorderedReadComesWithTheNextOne() throws Exception {
    long now = Instant.now().getEpochSecond();
    SearchApi search = SearchApi.of(2, 10, 20, 30, 40).unsorted();
    AtomicInteger requests = new AtomicInteger();
    search.meanwhile(
        () -> {
          if (requests.incrementAndGet() == 2) {
            search.change(1, now + 5); // its page is gone already
            search.change(4, now + 9); // its page is still to come
          }
        });
    use(search);
    Reading reading = new Reading("", SearchApi.byTime(), false);
    Checkpoint checkpoint = read(open(client, reading, Checkpoint.NONE), 999, new ArrayList<>());
    List<Integer> ids = new ArrayList<>();
    read(open(client, reading, stored(checkpoint)), 999, ids);
    assertThat(ids).contains(1);
  }

  @Test
  void inc3_eachFormatReachesTheApiAsDeclared() throws Exception {
    Map<TimeFormat, String> written =
        Map.of(
            TimeFormat.ISO8601, "2026-01-31T12:34:56.789Z",
            TimeFormat.EPOCH_SECONDS, "1769862896",
            TimeFormat.EPOCH_MILLIS, "1769862896789",
            TimeFormat.DATE, "2026-01-31");
    for (TimeFormat format : TimeFormat.values()) {
      try (TestApi api = new TestApi().answers(answer(200, "{\"items\":[]}"));
          ApiClient client = api.client().build()) {
        Incremental incremental = SearchApi.byTime().format(format);
        Checkpoint since = Checkpoint.since(Instant.parse("2026-01-31T12:34:56.789Z"));
        read(
            client.changes(SearchApi.listing(), incremental, since, Thing.class),
            9,
            new ArrayList<>());
        assertThat(api.requests().get(0).getUrl().queryParameter("since"))
            .isEqualTo(written.get(format));
      }
    }
  }

  @Test
  void inc3_aFilterInTheBodyKeepsTheTypeThatStandsThere() throws Exception {
    JsonNode body = PaginationRulesTest.parse("{\"filters\":[{\"value\":\"\"}],\"sorts\":[]}");
    Listing listing =
        SearchApi.listing().request(Request.post("things.search", "/s").body(body).safe());
    Incremental incremental =
        Incremental.byTime("/changed", Parameter.body("/filters/0/value"))
            .format(TimeFormat.EPOCH_MILLIS);
    try (TestApi api = new TestApi().answers(answer(200, "{\"items\":[]}"));
        ApiClient client = api.client().build()) {
      Checkpoint since = Checkpoint.since(Instant.ofEpochSecond(7));
      read(client.changes(listing, incremental, since, Thing.class), 9, new ArrayList<>());
      assertThat(api.requests().get(0).getBody().utf8())
          .isEqualTo("{\"filters\":[{\"value\":\"7000\"}],\"sorts\":[]}");
    }
  }

  @Test
  void inc3_aNumberIsACursorToo() throws Exception {
    Incremental byNumber =
        Incremental.byNumber("/version", Parameter.query("from"))
            .from(IntNode.valueOf(1))
            .rolling();
    try (TestApi api =
            new TestApi()
                .answers(
                    answer(200, "{\"items\":[{\"id\":1,\"version\":7}],\"after\":\"x\"}"),
                    answer(
                        200, "{\"items\":[{\"id\":1,\"version\":7},{\"id\":2,\"version\":20}]}"));
        ApiClient client = api.client().build()) {
      List<Integer> ids = new ArrayList<>();
      Checkpoint end =
          read(client.changes(SearchApi.listing(), byNumber, Checkpoint.NONE, Thing.class), 9, ids);
      assertThat(ids).containsExactly(1, 2);
      assertThat(end.toJson().path("cursor").intValue()).isEqualTo(20);
      assertThat(api.requests().get(1).getTarget()).isEqualTo("/things?from=7");
    }
  }

  @Test
  void inc3_aNumberThatNobodyCanWriteOutIsNoCursor() throws Exception {
    Incremental byNumber = Incremental.byNumber("/version", Parameter.query("from"));
    try (TestApi api =
            new TestApi()
                .answers(answer(200, "{\"items\":[{\"id\":1,\"version\":1e2000000000}]}"));
        ApiClient client = api.client().build();
        ChangeStream<Thing> changes =
            client.changes(SearchApi.listing(), byNumber, Checkpoint.NONE, Thing.class)) {
      changes.forEachRemaining(it -> {});
      assertThat(changes.withoutCursor()).isEqualTo(1);
      assertThat(changes.checkpoint().cursor()).isEmpty();
    }
  }

  @Test
  void inc3_aPromisedOrderThatIsNotKeptIsAnErrorAndNotALoss() {
    use(SearchApi.of(2, 5, 6, 1, 2).unsorted());
    Reading reading = new Reading("", SearchApi.byTime().ascending(), true);
    try (ChangeStream<Thing> changes = open(client, reading, Checkpoint.NONE)) {
      assertThat(failure(() -> changes.forEachRemaining(it -> {})).code())
          .isEqualTo(ErrorCode.PARSING_ERROR);
      assertThat(failure(changes::hasNext).code())
          .as("a second try is no way round")
          .isEqualTo(ErrorCode.PARSING_ERROR);
    }
  }

  @Test
  void inc3_theLatestFirstIsNotAscending() {
    use(SearchApi.of(2, 9, 8, 7, 6).unsorted());
    for (Incremental incremental :
        List.of(SearchApi.byTime().ascending(), SearchApi.byTime().from(Instant.EPOCH).rolling())) {
      Reading reading = new Reading("", incremental, true);
      try (ChangeStream<Thing> changes = open(client, reading, Checkpoint.NONE)) {
        assertThat(failure(changes::hasNext).code()).isEqualTo(ErrorCode.PARSING_ERROR);
        assertThat(changes.checkpoint()).isEqualTo(Checkpoint.NONE);
      }
    }
  }

  @Test
  void inc3_aRollingReadOfAnApiThatIgnoresItsFilterIsAnError() throws Exception {
    try (TestApi api =
            new TestApi()
                .always(
                    it ->
                        answer(
                            200, "{\"items\":[{\"id\":1,\"changed\":\"1970-01-01T00:00:10Z\"}]}"));
        ApiClient client = api.client().build()) {
      Incremental rolling = SearchApi.byTime().from(Instant.EPOCH).rolling();
      Checkpoint since = Checkpoint.since(Instant.ofEpochSecond(50));
      try (ChangeStream<Thing> changes =
          client.changes(SearchApi.listing(), rolling, since, Thing.class)) {
        ApiException failure = failure(changes::hasNext);
        assertThat(failure.code()).isEqualTo(ErrorCode.PARSING_ERROR);
        assertThat(failure.operation()).isEqualTo("things.changed");
      }
    }
  }

  @Test
  void inc3_aRollingReadNeedsAFilterFromTheBeginning() {
    assertThatThrownBy(() -> SearchApi.byTime().rolling())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void inc4_flaggedRecordsAreDeletes() throws Exception {
    Incremental incremental = SearchApi.byTime().deletes(Deletes.flagged("/deleted"));
    String page =
        "{\"items\":[{\"id\":1},{\"id\":2,\"deleted\":true},{\"id\":3,\"deleted\":false},"
            + "{\"id\":4,\"deleted\":null},{\"id\":5,\"deleted\":\"2026-01-01\"}]}";
    try (TestApi api = new TestApi().answers(answer(200, page));
        ApiClient client = api.client().build();
        ChangeStream<Thing> changes =
            client.changes(SearchApi.listing(), incremental, Checkpoint.NONE, Thing.class)) {
      List<Integer> deleted = new ArrayList<>();
      List<Integer> kept = new ArrayList<>();
      changes.forEachRemaining(it -> (it.deleted() ? deleted : kept).add(it.record().id()));
      assertThat(deleted).containsExactly(2, 5);
      assertThat(kept).containsExactly(1, 3, 4);
    }
  }

  @Test
  void inc4_aListOfDeletedRecordsIsReadAfterTheChangesAndCanBeResumedAnywhere() throws Exception {
    Listing archived =
        Listing.of(Request.get("things.archived", "/archived"))
            .records("/items")
            .pagination(Pagination.offset("offset"));
    SearchApi search = SearchApi.of(2, 10, 20, 30);
    for (Incremental order :
        List.of(
            SearchApi.byTime(),
            SearchApi.byTime().ascending(),
            SearchApi.byTime().from(Instant.EPOCH).rolling())) {
      Reading reading = new Reading("", order.deletes(Deletes.listed(archived)), true);
      try (TestApi api =
              new TestApi()
                  .always(
                      it ->
                          it.getTarget().startsWith("/archived")
                              ? archived(ListApi.number(it, "offset"))
                              : search.answer(it));
          ApiClient client = api.client().build()) {
        for (int kill = 0; kill <= 8; kill++) {
          List<Integer> ids = new ArrayList<>();
          Checkpoint checkpoint = read(open(client, reading, Checkpoint.NONE), kill, ids);
          Checkpoint end = read(open(client, reading, stored(checkpoint)), 999, ids);
          assertThat(ids).contains(1, 2, 3, -1, -2, -3, -4, -5).hasSizeLessThanOrEqualTo(9);
          assertThat(end.cursor()).hasValue(TextNode.valueOf(SearchApi.iso(30)));
          assertThat(end.deletes()).isEmpty();
        }
      }
    }
  }

  private static MockResponse archived(int offset) {
    List<String> items =
        IntStream.rangeClosed(offset + 1, Math.min(offset + 2, 5))
            .mapToObj(id -> "{\"id\":" + id + "}")
            .toList();
    return answer(200, "{\"items\":[" + String.join(",", items) + "]}");
  }

  @Test
  void inc5_theStateOfChildrenIsKeptPerParentAndBoundedInSize() {
    ParentCheckpoints parents = new ParentCheckpoints(Map.of(), 3);
    for (int parent = 1; parent <= 5; parent++) {
      parents = parents.with("p" + parent, Checkpoint.since(Instant.ofEpochSecond(parent)));
    }
    parents = parents.with("p3", Checkpoint.since(Instant.ofEpochSecond(33)));
    parents = ParentCheckpoints.fromJson(PaginationRulesTest.parse(parents.toJson().toString()));
    parents = parents.with("p6", Checkpoint.since(Instant.ofEpochSecond(6)));
    assertThat(parents.checkpoints().keySet()).containsExactly("p5", "p3", "p6");
    assertThat(parents.of("p3")).isEqualTo(Checkpoint.since(Instant.ofEpochSecond(33)));
    assertThat(parents.of("p1")).as("forgotten: read anew").isEqualTo(Checkpoint.NONE);
  }

  @Test
  void inc5_theStateOfOneReadIsBoundedWhereManyRecordsShareOneCursorValue() throws Exception {
    long[] times = new long[12_000];
    Arrays.fill(times, 7);
    use(SearchApi.of(1000, times));
    Reading reading = new Reading("", SearchApi.byTime().ascending(), true);
    List<Integer> ids = new ArrayList<>();
    Checkpoint checkpoint = Checkpoint.NONE;
    try (ChangeStream<Thing> changes = open(client, reading, checkpoint)) {
      while (ids.size() < 11_000) {
        ids.add(changes.next().record().id());
        if (checkpoint != changes.checkpoint()) {
          checkpoint = changes.checkpoint();
          assertThat(checkpoint.handedOver().size()).isLessThanOrEqualTo(10_000);
        }
      }
    }
    read(open(client, reading, stored(checkpoint)), 99_999, ids);
    assertThat(ids.size()).isEqualTo(12_000);
    assertThat(new HashSet<>(ids).size()).isEqualTo(12_000);
  }

  @Test
  void page2_aLimitHoldsForChangesToo() throws Exception {
    use(SearchApi.of(3, 1, 2, 3, 4, 5, 6, 7));
    try (ChangeStream<Thing> changes =
        client.changes(
            SearchApi.listing().limit(4), SearchApi.byTime(), Checkpoint.NONE, Thing.class)) {
      int before = server.requests().size();
      assertThat((Iterable<Change<Thing>>) changes).hasSize(4);
      assertThat(server.requests()).hasSize(before + 2);
      assertThat(changes.incomplete())
          .hasValueSatisfying(it -> assertThat(it.reason()).isEqualTo(Incomplete.Reason.LIMIT));
    }
  }

  // One server and client for tests that read thousands of pages.
  private TestApi server;
  private ApiClient client;
  private volatile SearchApi current;

  @BeforeEach
  void start() throws Exception {
    server = new TestApi().always(it -> current.answer(it));
    client = server.client().build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void use(SearchApi search) {
    current = search;
  }

  private ChangeStream<Thing> overSharedServer(SearchApi search) {
    use(search);
    Incremental rolling = SearchApi.byTime().from(Instant.EPOCH).rolling();
    return client.changes(SearchApi.listing(), rolling, Checkpoint.NONE, Thing.class);
  }

  private static ChangeStream<Thing> open(ApiClient client, Reading reading, Checkpoint from) {
    return client.changes(SearchApi.listing(), reading.incremental(), from, Thing.class);
  }

  /** Reads so many changes, then dies; deletes count as negative ids. */
  private static Checkpoint read(ChangeStream<Thing> changes, int most, List<Integer> ids) {
    try (changes) {
      for (int i = 0; i < most && changes.hasNext(); i++) {
        Change<Thing> change = changes.next();
        ids.add(change.deleted() ? -change.record().id() : change.record().id());
      }
      return changes.checkpoint();
    }
  }

  private static Checkpoint stored(Checkpoint checkpoint) {
    return Checkpoint.fromJson(PaginationRulesTest.parse(checkpoint.toJson().toString()));
  }

  private static long max(long[] times) {
    return Arrays.stream(times).max().orElseThrow();
  }
}
