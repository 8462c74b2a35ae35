package dev.connector.runtime.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChildrenTest {

  private static final String CARDS = "/teams/1/boards/1a/cards";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            String query = request.getUrl().encodedQuery();
            String path = request.getUrl().encodedPath() + (query == null ? "" : "?" + query);
            asked.add(path);
            String body = answers.getOrDefault(path, "");
            if (body.equals("never")) {
              hanging.countDown();
              released.await();
            }
            return new MockResponse.Builder()
                .code(body.isEmpty() ? 404 : 200)
                .body(body.replace('\'', '"'))
                .build();
          }
        });
    server.start();
    answers.put("/teams", "{'items':[{'id':1,'name':'One'},{'id':2,'name':'Two'}]}");
    answers.put("/teams/1/boards", "{'items':[{'id':'1a'},{'id':'1b','archived':true}]}");
    answers.put("/teams/2/boards", "{'items':[{'id':'2a'}]}");
    answers.put(CARDS, "{'items':[{'id':'x','at':1},{'id':'y','at':2}],'next':'p'}");
    answers.put(CARDS + "?page=p", "{'items':[{'id':'z','at':3}]}");
    answers.put("/teams/2/boards/2a/cards", "{'items':[{'id':'w','at':9}]}");
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.close();
  }

  @Test
  void parentsThatWereReadHaveTheirTurnBeforeTheFailureOfOthers() {
    answers.put("/teams", "{'items':[{'id':1},{'id':2}],'next':'p'}");
    answers.put("/teams?page=p", "no list");

    List<Event> events = new ArrayList<>();
    ApiException failure =
        catchThrowableOfType(
            ApiException.class,
            () -> read(ReadRequest.of("cards"), events::add, new Cancellation()));

    assertThat(failure.operation()).isEqualTo("teams.list");
    assertThat(Boards.ids(events)).containsExactly("x", "y", "z", "w");
  }

  @Test
  void childrenAreReadForEachRecordOfTheirParentsInOrder() {
    List<Event> events = read(ReadRequest.of("cards"));

    assertThat(Boards.ids(events)).containsExactly("x", "y", "z", "w");
    Event.Record last =
        (Event.Record) events.stream().filter(Event.Record.class::isInstance).toList().get(3);
    assertThat(last.parent().orElseThrow()).hasToString("{\"teamId\":2,\"boardId\":\"2a\"}");
    assertThat(last.data()).hasToString("{\"id\":\"w\",\"at\":9,\"team\":\"Two\"}");
  }

  @Test
  void aDeletedRecordIsToldByItsMark() {
    assertThat(Boards.ids(read(ReadRequest.of("boards")))).containsExactly("1a", "-1b", "2a");
    answers.put(CARDS + "?page=p", "{'items':[{'id':'z','at':3,'state':'gone'}]}");
    assertThat(Boards.ids(read(ReadRequest.of("cards")))).containsExactly("x", "y", "-z", "w");
  }

  @Test
  void nothingIsReadForAParentThatIsGone() {
    read(ReadRequest.of("cards"));

    assertThat(asked)
        .containsExactlyInAnyOrder(
            "/teams",
            "/teams/1/boards",
            "/teams/2/boards",
            CARDS,
            CARDS + "?page=p",
            "/teams/2/boards/2a/cards");
  }

  @Test
  void aReadThatIsKilledAnywhereGoesOnFromItsLastCheckpointAndLosesNothing() {
    answers.put(CARDS + "?since=2", "{'items':[{'id':'y','at':2},{'id':'z','at':3}]}");
    answers.put(CARDS + "?since=3", "{'items':[{'id':'z','at':3}]}");
    answers.put("/teams/2/boards/2a/cards?since=9", "{'items':[{'id':'w','at':9}]}");
    List<Event> whole = read(ReadRequest.of("cards"));

    for (int killed = 1; killed < whole.size(); killed++) {
      List<Event> seen = new ArrayList<>();
      int most = killed;
      catchThrowableOfType(
          IllegalStateException.class,
          () ->
              read(
                  ReadRequest.of("cards"),
                  event -> {
                    if (seen.size() == most) {
                      throw new IllegalStateException("killed");
                    }
                    seen.add(event);
                  },
                  new Cancellation()));
      List<String> all = new ArrayList<>(Boards.ids(seen));
      all.addAll(Boards.ids(read(continued(seen))));
      assertThat(all).as("killed after %d events", killed).contains("x", "y", "z", "w");
      assertThat(all).as("repeats a page at most").hasSizeLessThanOrEqualTo(6);
    }
  }

  @Test
  void theStateOfEachParentIsItsOwn() {
    answers.put(CARDS + "?since=3", "{'items':[{'id':'z','at':3}]}");
    answers.put("/teams/2/boards/2a/cards?since=9", "{'items':[{'id':'w','at':9}]}");
    ReadRequest again = continued(read(ReadRequest.of("cards")));
    asked.clear();

    assertThat(Boards.ids(read(again))).isEmpty();
    assertThat(asked).contains(CARDS + "?since=3", "/teams/2/boards/2a/cards?since=9");
  }

  @Test
  void aLimitIsOneForAllParentsAndAsksForNothingNeedless() {
    List<Event> events = read(ReadRequest.of("cards").limit(2));

    assertThat(Boards.ids(events)).containsExactly("x", "y");
    assertThat(((Event.Status) events.get(events.size() - 1)).incomplete())
        .contains(Event.Reason.LIMIT);
    assertThat(asked).containsExactly("/teams", "/teams/1/boards", CARDS);
  }

  @Test
  void anErrorThatMeansThatThereAreNoneEndsOneParentAlone() {
    answers.remove(CARDS);
    assertThat(Boards.ids(read(ReadRequest.of("cards")))).containsExactly("w");
    answers.remove("/teams");
    assertThat(Boards.ids(read(ReadRequest.of("cards")))).isEmpty();
  }

  @Test
  void anArgumentThatAParentTakesAsWellGoesToBoth() {
    answers.put("/teams/1/boards?state=open", "{'items':[{'id':'1a'}]}");
    answers.put("/teams/2/boards?state=open", "{'items':[]}");

    List<Event> events = read(ReadRequest.of("boards").argument("state", TextNode.valueOf("open")));

    assertThat(Boards.ids(events)).containsExactly("1a");
  }

  @Test
  void aParentThatDoesNotHaveWhatItsChildrenAreReadByIsNamed() {
    ApiException error =
        catchThrowableOfType(ApiException.class, () -> read(ReadRequest.of("orphans")));

    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(error).hasMessageContaining("a record of teams has nothing at /lead");
  }

  @Test
  void cancellingEndsTheReadingOfParentsToo() throws Exception {
    answers.put("/teams", "never");
    Cancellation cancellation = new Cancellation();
    Thread canceller =
        new Thread(
            () -> {
              try {
                hanging.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              cancellation.cancel();
            });
    canceller.start();

    ApiException error =
        catchThrowableOfType(
            ApiException.class, () -> read(ReadRequest.of("cards"), event -> {}, cancellation));

    canceller.join();
    assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED);
  }

  @Test
  void theDescriptionNamesTheParentAndAsksForNothingThatOneBinds() {
    try (ClientConnector<ApiClient> connector = connector()) {
      assertThat(connector.describe().resources())
          .extracting("name")
          .containsExactly("teams", "boards", "cards", "orphans");
      assertThat(connector.describe().resources().get(2).parent()).contains("boards");
      assertThat(connector.describe().resources().get(2).arguments()).isEmpty();
    }
  }

  @Test
  void aCallByItselfIsToldWhatAParentWouldBind() {
    try (ClientConnector<ApiClient> connector = connector()) {
      CallRequest call = CallRequest.of("boards.list").argument("teamId", TextNode.valueOf("2"));

      assertThat(connector.call(call, event -> {}, new Cancellation()).data().at("/items/0/id"))
          .isEqualTo(TextNode.valueOf("2a"));
    }
  }

  private static ReadRequest continued(List<Event> seen) {
    return seen.stream()
        .filter(Event.Checkpoint.class::isInstance)
        .reduce((one, two) -> two)
        .map(it -> ReadRequest.of("cards").state(((Event.Checkpoint) it).state()))
        .orElseGet(() -> ReadRequest.of("cards"));
  }

  private List<Event> read(ReadRequest request) {
    List<Event> events = new ArrayList<>();
    read(request, events::add, new Cancellation());
    return events;
  }

  private void read(ReadRequest request, EventSink events, Cancellation cancellation) {
    try (ClientConnector<ApiClient> connector = connector()) {
      connector.read(request, events, cancellation);
    }
  }

  private ClientConnector<ApiClient> connector() {
    return new ClientConnector<>(new Boards(server.url("/").toString()), Map.of());
  }
}
