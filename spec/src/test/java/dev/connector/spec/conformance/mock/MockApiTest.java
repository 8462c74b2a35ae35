package dev.connector.spec.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockApiTest {

  private static final MockOptions SMALL = new MockOptions(7, 13, 10);
  private static final MockOptions PAGES = new MockOptions(7, 13, 4);

  @ParameterizedTest
  @ValueSource(strings = {"frankfurter", "hubspot"})
  void theEngineReadsEachRecordOfEachResourceOnce(String connector) {
    Reading reading = Reading.of(connector);
    try (MockApi api = reading.start(SMALL)) {
      reading
          .definition()
          .resources()
          .forEach(
              (name, resource) -> {
                if (resource.reading().operation().isPresent()) {
                  var expected = api.dataset().records(name);
                  boolean single = "get".equals(resource.reading().operation().get());
                  assertThat(reading.read(api, ReadRequest.of(name), api.environment()))
                      .as(name)
                      .usingElementComparator((a, b) -> comparable(a).compareTo(comparable(b)))
                      .containsExactlyInAnyOrderElementsOf(
                          single
                              ? expected.subList(expected.size() - 1, expected.size())
                              : expected);
                }
              });
    }
  }

  private static String comparable(com.fasterxml.jackson.databind.JsonNode record) {
    return new java.util.TreeMap<>(
            record.properties().stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, it -> it.getValue().toString())))
        .toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'page','parameter':'page','size':{'parameter':'size','value':4}}",
        "{'type':'page','parameter':'page','pages':'/pages','size':{'parameter':'size','value':4}}",
        "{'type':'offset','parameter':'skip','total':'/total','size':{'parameter':'n','value':4}}",
        "{'type':'cursor','parameter':'after','next':'/next'}",
        "{'type':'cursor','parameter':'after','next':'/next','more':'/more'}",
        "{'type':'keyset','parameter':'after','key':'/id','more':'/more'}",
        "{'type':'nextLink','next':'/links/next'}",
        "{'type':'linkHeader'}"
      })
  void everyStrategyOfPagingLeadsToTheEnd(String pagination) {
    Reading reading =
        Reading.items(
            "",
            "",
            "'records':'/items','pagination':".replace('\'', '"') + pagination.replace('\'', '"'));
    try (MockApi api = reading.start(PAGES)) {
      assertThat(reading.read(api, ReadRequest.of("items"), api.environment()))
          .isEqualTo(api.dataset().records("items"));
      assertThat(api.requests()).hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void anOperationMayBeElsewhereThanTheRest() {
    Reading reading =
        Reading.items(
            "\"settings\":{\"region\":{\"title\":\"R\",\"description\":\"A region.\","
                + "\"required\":true}},",
            "",
            "\"baseUrl\":\"https://{region}.example.com/v3\",\"records\":\"/items\"");
    try (MockApi api = reading.start(PAGES)) {
      assertThat(reading.read(api, ReadRequest.of("items"), api.environment()))
          .isEqualTo(api.dataset().records("items"));
      assertThat(api.requests("items.list").get(0).url().encodedPath()).isEqualTo("/v3/items");
    }
  }

  @Test
  void aSinceGivesWhatChangedFromThenOn() {
    String resource =
        """
        "incremental":{"cursor":"/at","type":"timestamp","order":"ascending"},
        """;
    Reading reading =
        Reading.items("", resource, "\"query\":{\"since\":\"{cursor}\"},\"records\":\"/items\"");
    try (MockApi api = reading.start(PAGES)) {
      var all = api.dataset().records("items");
      String since = all.get(9).path("at").asText();
      assertThat(reading.read(api, ReadRequest.of("items").since(since), api.environment()))
          .isEqualTo(all.subList(9, 13));
    }
  }

  @Test
  void moreRequestsThanDeclaredAreToldToWait() throws IOException {
    String root = "\"limits\":{\"rates\":[{\"requests\":2,\"per\":\"PT1M\"}]},";
    try (MockApi api = Reading.items(root, "", "\"records\":\"/items\"").start(PAGES)) {
      assertThat(List.of(get(api, "/items"), get(api, "/items"), get(api, "/items")))
          .containsExactly(200, 200, 429);
    }
  }

  @Test
  void tokensThatWereNotGivenOutAndPathsThatAreNotDeclaredAreRefused() throws IOException {
    String list =
        "\"records\":\"/items\",\"pagination\":{\"type\":\"cursor\",\"parameter\":\"after\","
            + "\"next\":\"/next\"}";
    try (MockApi api = Reading.items("", "", list).start(PAGES)) {
      assertThat(get(api, "/items?after=guessed")).isEqualTo(400);
      assertThat(get(api, "/nothing")).isEqualTo(404);
    }
  }

  @Test
  void childrenAreGivenForTheirOwnParentAndForNoUnknownOne() throws IOException {
    String json =
        """
        {"format":1,"name":"acme","version":"1.0.0","title":"Acme","description":"Tests.",
         "baseUrl":"https://api.example.com",
         "resources":{
          "boards":{"schema":"schemas/item.json","primaryKey":["/id"],
           "operations":{"list":{"path":"/boards","records":"/items"}}},
          "cards":{"schema":"schemas/item.json","primaryKey":["/id"],
           "parent":{"resource":"boards","bind":{"boardId":"/id"}},
           "operations":{"list":{"path":"/boards/{boardId}/cards","records":"/items"}}}}}
        """;
    Reading reading =
        new Reading(Reading.definition(json), Reading.items("", "", "\"records\":\"\"").schemas());
    try (MockApi api = reading.start(new MockOptions(1, 3, 10))) {
      assertThat(reading.read(api, ReadRequest.of("cards"), api.environment()))
          .hasSize(9)
          .containsExactlyInAnyOrderElementsOf(api.dataset().records("cards"));
      assertThat(get(api, "/boards/999/cards")).isEqualTo(404);
    }
  }

  @Test
  void whatIsCreatedChangedAndArchivedStaysSo() throws IOException {
    Reading reading = Reading.of("hubspot");
    try (MockApi api = reading.start(SMALL)) {
      String path = "/crm/objects/2026-03/contacts";
      String body = "{\"properties\":{\"email\":\"new@example.com\"}}";
      assertThat(send(api, "POST", path, body)).isEqualTo(201);
      var records = api.dataset().records("contacts");
      assertThat(records).hasSize(14);
      String id = records.get(13).path("id").asText();
      assertThat(send(api, "PATCH", path + "/" + id, body.replace("new", "other"))).isEqualTo(200);
      assertThat(api.dataset().records("contacts").get(13).at("/properties/email").asText())
          .isEqualTo("other@example.com");
      assertThat(send(api, "DELETE", path + "/" + id, "")).isEqualTo(204);
      assertThat(send(api, "GET", path + "/" + id, "")).isEqualTo(404);
      assertThat(api.dataset().records("contacts")).hasSize(13);
      assertThat(api.dataset().archived("contacts")).hasSize(2);
    }
  }

  @Test
  void theSameSeedMakesTheSameRecords() {
    Reading reading = Reading.of("hubspot");
    try (MockApi one = reading.start(SMALL);
        MockApi same = reading.start(SMALL);
        MockApi other = reading.start(new MockOptions(8, 13, 10))) {
      assertThat(one.dataset().records("deals")).isEqualTo(same.dataset().records("deals"));
      assertThat(one.dataset().records("deals")).isNotEqualTo(other.dataset().records("deals"));
    }
  }

  @Test
  void recordsMarkedAsDeletedAreListedAndReportedAsDeletes() {
    String deletes = "\"deletes\":{\"type\":\"marked\",\"field\":\"/gone\"},";
    Reading reading = Reading.items("", deletes, "\"records\":\"/items\"");
    try (MockApi api = reading.start(new MockOptions(1, 3, 10))) {
      JsonNode second = api.dataset().records("items").get(1);
      api.dataset().delete("items", second);
      var events = reading.events(api, ReadRequest.of("items"), api.environment());
      assertThat(events.stream().filter(Event.Delete.class::isInstance))
          .extracting(it -> ((Event.Delete) it).key())
          .containsExactly(
              List.of(second.path("id")),
              List.of(api.dataset().archived("items").get(1).path("id")));
      assertThat(events.stream().filter(Event.Record.class::isInstance)).hasSize(2);
    }
  }

  @Test
  void grandchildrenAreReadForEachOfTheirParents() throws IOException {
    String json =
        """
        {"format":1,"name":"acme","version":"1.0.0","title":"Acme","description":"Tests.",
         "baseUrl":"https://api.example.com",
         "resources":{
          "boards":{"schema":"schemas/item.json","primaryKey":["/id"],
           "operations":{"list":{"path":"/boards","records":"/items"}}},
          "cards":{"schema":"schemas/item.json","primaryKey":["/id"],
           "parent":{"resource":"boards","bind":{"boardId":"/id"}},
           "operations":{"list":{"path":"/boards/{boardId}/cards","records":"/items"}}},
          "notes":{"schema":"schemas/item.json","primaryKey":["/id"],
           "parent":{"resource":"cards","bind":{"cardId":"/id"}},
           "operations":{"list":{"path":"/boards/{boardId}/cards/{cardId}/notes",
            "records":"/items"}}}}}
        """;
    Reading reading =
        new Reading(Reading.definition(json), Reading.items("", "", "\"records\":\"\"").schemas());
    try (MockApi api = reading.start(new MockOptions(1, 2, 10))) {
      assertThat(reading.read(api, ReadRequest.of("notes"), api.environment()))
          .hasSize(8)
          .isEqualTo(api.dataset().records("notes"));
      String card = api.dataset().records("cards").get(0).path("id").asText();
      String other = api.dataset().records("boards").get(1).path("id").asText();
      assertThat(get(api, "/boards/" + other + "/cards/" + card + "/notes")).isEqualTo(404);
    }
  }

  @Test
  void anIdempotencyKeyMakesARecordOnce() throws IOException {
    String json =
        """
        {"format":1,"name":"acme","version":"1.0.0","title":"Acme","description":"Tests.",
         "baseUrl":"https://api.example.com",
         "resources":{"items":{"schema":"schemas/item.json","primaryKey":["/id"],
          "operations":{"list":{"path":"/items","records":"/items"},
           "create":{"method":"POST","path":"/items","idempotencyKey":"Idempotency-Key",
            "records":{"shape":"single"}}}}}}
        """;
    Reading reading =
        new Reading(Reading.definition(json), Reading.items("", "", "\"records\":\"\"").schemas());
    try (MockApi api = reading.start(new MockOptions(1, 2, 10))) {
      for (String key : List.of("one", "one", "two")) {
        Request request =
            new Request.Builder()
                .url(api.baseUrl() + "/items")
                .header("Idempotency-Key", key)
                .post(RequestBody.create("{}", MediaType.get("application/json")))
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
          assertThat(response.code()).isEqualTo(201);
        }
      }
      assertThat(api.dataset().records("items")).hasSize(4);
    }
  }

  private static int get(MockApi api, String path) throws IOException {
    return send(api, "GET", path, "");
  }

  private static int send(MockApi api, String method, String path, String body) throws IOException {
    Request.Builder request = new Request.Builder().url(api.baseUrl() + path);
    String token = api.environment().get("HUBSPOT_ACCESS_TOKEN");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    boolean bodiless = method.equals("GET") || method.equals("DELETE");
    request.method(
        method, bodiless ? null : RequestBody.create(body, MediaType.get("application/json")));
    try (Response response = new OkHttpClient().newCall(request.build()).execute()) {
      return response.code();
    }
  }
}
