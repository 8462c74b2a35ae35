package dev.connector.spec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {

  private static final String DEFINITION =
      """
      {"format":1,"name":"acme","version":"1.0.0","title":"Acme","description":"Tests.",
       "baseUrl":"https://api.example.com",
       "settings":{"apiKey":{"title":"Key","description":"A key.","secret":true}},
       "authentication":[{"type":"apiKey","value":"{apiKey}","placement":{"header":"X-Key"}}],
       "resources":{
        "contacts":{"schema":"schemas/contact.json","primaryKey":["/id"],"personal":["/mail"],
         "deletes":{"type":"marked","field":"/gone"},
         "operations":{"list":{"path":"/contacts","records":"/items",
           "pagination":{"type":"nextLink","next":"/next"}}}},
        "notes":{"schema":"schemas/contact.json","primaryKey":["/id"],
         "parent":{"resource":"contacts","bind":{"contactId":"/id"},"copy":{"/contact":"/id"}},
         "incremental":{"cursor":"/at","type":"integer","order":"ascending"},
         "operations":{"list":{"path":"/contacts/{contactId}/notes","query":{"since":"{cursor}"},
           "records":"/items","pagination":{"type":"cursor","next":"/next","parameter":"page"}}}}}}
      """;

  private static final JsonNode SCHEMA =
      Fixtures.json(
          "{\"type\":\"object\",\"properties\":{\"mail\":{\"type\":[\"string\",\"null\"]}}}");

  private final MockWebServer server = new MockWebServer();
  private final Map<String, String> answers = new HashMap<>();
  private final List<HttpUrl> asked = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            HttpUrl url = request.getUrl();
            synchronized (asked) {
              asked.add(url);
            }
            String query = url.encodedQuery() == null ? "" : "?" + url.encodedQuery();
            String body = answers.get(url.encodedPath() + query);
            return body == null
                ? new MockResponse.Builder().code(404).build()
                : new MockResponse.Builder().body(body).build();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void recordsDeletesAndViolationsComeInOrderAndAreCounted() {
    answers.put(
        "/contacts",
        "{'items':[{'id':1,'mail':'a@b.c'},{'id':2,'gone':true},{'mail':7}],'next':null}");

    List<Event> events = read(ReadRequest.of("contacts"), Map.of("ACME_MASK_PERSONAL", "true"));

    assertThat(events).hasSize(6);
    assertThat(events.get(0)).isInstanceOf(Event.Schema.class);
    assertThat(events.get(1)).isInstanceOf(Event.Attempt.class);
    assertThat(((Event.Record) events.get(2)).data().path("mail").asText()).isEqualTo("***");
    assertThat(((Event.Delete) events.get(3)).key().get(0).asInt()).isEqualTo(2);
    assertThat(((Event.Record) events.get(4)).violations())
        .extracting("path")
        .containsExactly("/mail", "/id");
    assertThat(events.get(5))
        .isEqualTo(new Event.Status("contacts", Optional.empty(), new Event.Counts(2, 1, 1, 0)));
  }

  @Test
  void aLimitGivesThatManyAndAsksForNoFurtherPage() {
    answers.put("/contacts", "{'items':[{'id':1},{'id':2}],'next':'/contacts?p=2'}");

    List<Event> events = read(ReadRequest.of("contacts").limit(2), Map.of());

    assertThat(records(events)).containsExactly("1", "2");
    assertThat(((Event.Status) events.get(events.size() - 1)).incomplete())
        .contains(Event.Reason.LIMIT);
    assertThat(asked).hasSize(1);
  }

  @Test
  void aReadThatIsKilledAnywhereGoesOnFromItsLastCheckpointAndLosesNothing() {
    answers.put("/contacts", "{'items':[{'id':1},{'id':2}]}");
    for (String contact : List.of("1", "2")) {
      String path = "/contacts/" + contact + "/notes";
      answers.put(
          path,
          "{'items':[{'id':'"
              + contact
              + "a','at':1},{'id':'"
              + contact
              + "b','at':2}],'next':'x'}");
      String rest = "{'items':[{'id':'" + contact + "c','at':3}]}";
      answers.put(path + "?page=x", rest);
      answers.put(
          path + "?since=2",
          "{'items':[{'id':'" + contact + "b','at':2},{'id':'" + contact + "c','at':3}]}");
      answers.put(path + "?since=3", rest);
    }
    List<Event> whole = read(ReadRequest.of("notes"), Map.of());
    assertThat(records(whole)).containsExactly("1a", "1b", "1c", "2a", "2b", "2c");

    for (int killed = 1; killed < whole.size(); killed++) {
      List<Event> seen = readUntil(killed);
      ReadRequest again =
          seen.stream()
              .filter(Event.Checkpoint.class::isInstance)
              .reduce((one, two) -> two)
              .map(it -> ReadRequest.of("notes").state(((Event.Checkpoint) it).state()))
              .orElseGet(() -> ReadRequest.of("notes"));
      List<String> all = new ArrayList<>(records(seen));
      all.addAll(records(read(again, Map.of())));
      assertThat(all).as("killed after %d events", killed).containsAll(records(whole));
      assertThat(all)
          .as("repeats a page at most")
          .hasSizeLessThanOrEqualTo(records(whole).size() + 2);
    }
  }

  @Test
  void aChildSaysWhoseItIsAndCarriesWhatIsCopied() {
    answers.put("/contacts", "{'items':[{'id':1}]}");
    answers.put("/contacts/1/notes", "{'items':[{'id':'n','at':1}]}");

    Event.Record note =
        read(ReadRequest.of("notes"), Map.of()).stream()
            .filter(Event.Record.class::isInstance)
            .map(Event.Record.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(note.parent().orElseThrow()).hasToString("{\"contactId\":1}");
    assertThat(note.data().path("contact").asInt()).isEqualTo(1);
  }

  @Test
  void aNextLinkToAnUndeclaredHostIsRefused() {
    answers.put("/contacts", "{'items':[{'id':1}],'next':'https://evil.example.net/contacts'}");

    ApiException error =
        catchThrowableOfType(ApiException.class, () -> read(ReadRequest.of("contacts"), Map.of()));

    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(error).hasMessageContaining("evil.example.net");
  }

  @Test
  void loopbackIsCalledOnlyWhereThatIsAllowed() {
    ApiException error =
        catchThrowableOfType(
            ApiException.class,
            () -> read(ReadRequest.of("contacts"), Map.of("ACME_ALLOW_LOOPBACK", "false")));

    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONFIG);
    assertThat(asked).isEmpty();
  }

  @Test
  void aNameThatResolvesToAPrivateAddressIsNotConnectedTo() {
    Map<String, String> https =
        Map.of(
            "ACME_BASE_URL", server.url("/").toString().replace("http:", "https:"),
            "ACME_ALLOW_LOOPBACK", "false",
            "ACME_MAX_RETRIES", "0");

    ApiException error =
        catchThrowableOfType(ApiException.class, () -> read(ReadRequest.of("contacts"), https));

    assertThat(error.code()).isEqualTo(ErrorCode.NETWORK_ERROR);
    assertThat(error)
        .hasRootCauseMessage(
            "refused to connect to an address of this machine or a private network");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8,true",
    "2606:4700::1111,true",
    "127.0.0.1,false",
    "10.1.2.3,false",
    "172.16.0.1,false",
    "192.168.1.1,false",
    "169.254.169.254,false",
    "100.64.0.1,false",
    "0.0.0.0,false",
    "255.255.255.255,false",
    "::1,false",
    "fe80::1,false",
    "fd00::1,false",
    "::ffff:10.0.0.1,false",
    "64:ff9b::a00:1,false",
  })
  void onlyPublicAddressesAreWithinTheBoundaries(String address, boolean allowed) throws Exception {
    assertThat(new Boundaries(false, false).allow(InetAddress.getByName(address)))
        .isEqualTo(allowed);
  }

  @Test
  void aMissingSettingIsNamedBeforeAnythingIsSent() {
    ApiException error =
        catchThrowableOfType(
            ApiException.class, () -> read(ReadRequest.of("contacts"), Map.of("ACME_API_KEY", "")));

    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONFIG);
    assertThat(error).hasMessageContaining("ACME_API_KEY");
    assertThat(asked).isEmpty();
  }

  private List<Event> read(ReadRequest request, Map<String, String> variables) {
    List<Event> events = new ArrayList<>();
    try (Engine engine = engine(variables)) {
      engine.read(request, events::add, new Cancellation());
    }
    return events;
  }

  private List<Event> readUntil(int killed) {
    List<Event> events = new ArrayList<>();
    try (Engine engine = engine(Map.of())) {
      catchThrowableOfType(
          Killed.class,
          () ->
              engine.read(
                  ReadRequest.of("notes"),
                  event -> {
                    if (events.size() == killed) {
                      throw new Killed();
                    }
                    events.add(event);
                  },
                  new Cancellation()));
    }
    return events;
  }

  private Engine engine(Map<String, String> variables) {
    answers.replaceAll((path, body) -> body.replace('\'', '"'));
    Map<String, String> environment = new HashMap<>();
    environment.put("ACME_BASE_URL", server.url("/").toString());
    environment.put("ACME_ALLOW_LOOPBACK", "true");
    environment.put("ACME_API_KEY", "k3y");
    environment.putAll(variables);
    return new Engine(
        Fixtures.definition(DEFINITION), Map.of("schemas/contact.json", SCHEMA), environment);
  }

  private static List<String> records(List<Event> events) {
    return events.stream()
        .filter(Event.Record.class::isInstance)
        .map(it -> ((Event.Record) it).data().path("id").asText())
        .toList();
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
