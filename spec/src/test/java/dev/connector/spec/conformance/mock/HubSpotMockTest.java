package dev.connector.spec.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HubSpot's definition, served: search, writes that later lists show, associations, the window. */
class HubSpotMockTest {

  private static final String CRM = "/crm/objects/2026-03/";
  private static final String EQUAL =
      """
      {"filterGroups":[{"filters":[{"propertyName":"%s","operator":"%s","value":"%s"}]}],"limit":100}
      """;

  private final Reading reading = Reading.of("hubspot");
  private final MockApi api = reading.start(new MockOptions(7, 13, 10).unmetered());

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aSearchFiltersByEachOperator() throws IOException {
    List<JsonNode> all = api.dataset().records("contacts");
    String time = all.get(6).at("/properties/lastmodifieddate").asText();
    String millis = String.valueOf(java.time.Instant.parse(time).toEpochMilli());
    for (String value : List.of(time, millis)) {
      assertThat(found("lastmodifieddate", "EQ", value)).isEqualTo(List.of(all.get(6)));
      assertThat(found("lastmodifieddate", "NEQ", value)).hasSize(12);
      assertThat(found("lastmodifieddate", "LT", value)).isEqualTo(all.subList(0, 6));
      assertThat(found("lastmodifieddate", "LTE", value)).isEqualTo(all.subList(0, 7));
      assertThat(found("lastmodifieddate", "GT", value)).isEqualTo(all.subList(7, 13));
      assertThat(found("lastmodifieddate", "GTE", value)).isEqualTo(all.subList(6, 13));
    }
    List<JsonNode> reachable =
        all.stream().filter(it -> !it.at("/properties/email").asText("").isEmpty()).toList();
    assertThat(reachable).isNotEmpty().hasSizeLessThan(13);
    assertThat(found("email", "HAS_PROPERTY", "")).isEqualTo(reachable);
    assertThat(found("email", "NOT_HAS_PROPERTY", "")).hasSize(13 - reachable.size());
    assertThat(found("email", "CONTAINS_TOKEN", "*@example.com")).isEqualTo(reachable);
    assertThat(send("POST", "contacts/search", EQUAL.formatted("email", "SOUNDS_LIKE", "")).code())
        .isEqualTo(400);
  }

  @Test
  void aSearchSortsAndLooksForText() throws IOException {
    List<JsonNode> found =
        results(
            "contacts/search",
            "{\"sorts\":[{\"propertyName\":\"lastmodifieddate\",\"direction\":\"DESCENDING\"}]}");
    assertThat(found).hasSize(10);
    assertThat(found.get(0)).isEqualTo(api.dataset().records("contacts").get(12));
    JsonNode reachable =
        api.dataset().records("contacts").stream()
            .filter(it -> !it.at("/properties/email").asText("").isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(
            results(
                "contacts/search",
                "{\"query\":\"" + reachable.at("/properties/email").asText() + "\"}"))
        .containsExactly(reachable);
  }

  @Test
  void whatIsWrittenIsInLaterListsSearchesAndIncrementalReads() throws IOException {
    List<JsonNode> before = api.dataset().records("contacts");
    String since = before.get(12).at("/properties/lastmodifieddate").asText();
    String id =
        json(send("POST", "contacts", "{\"properties\":{\"email\":\"new@example.com\"}}"))
            .path("id")
            .asText();
    assertThat(found("email", "EQ", "new@example.com")).hasSize(1);
    send(
        "PATCH",
        "contacts/" + before.get(0).path("id").asText(),
        "{\"properties\":{\"city\":\"X\"}}");
    JsonNode changed = api.dataset().records("contacts").get(0);
    assertThat(changed.at("/properties/lastmodifieddate").asText()).isGreaterThan(since);
    assertThat(changed.path("updatedAt").asText()).isGreaterThan(since);
    assertThat(send("DELETE", "contacts/" + before.get(1).path("id").asText(), "").code())
        .isEqualTo(204);

    List<Event> events =
        reading.events(api, ReadRequest.of("contacts").since(since), api.environment());
    assertThat(keys(events, Event.Record.class))
        .contains(id, changed.path("id").asText())
        .doesNotContain(before.get(1).path("id").asText(), before.get(5).path("id").asText());
    assertThat(keys(events, Event.Delete.class)).contains(before.get(1).path("id").asText());
  }

  @Test
  void recordsAreAssociatedLabelledAndTakenApart() throws IOException {
    String of = "contacts/1001/associations/companies";
    assertThat(results("GET", of)).hasSize(10);
    assertThat(send("PUT", "contacts/1001/associations/default/companies/77", "").code())
        .isEqualTo(200);
    assertThat(last(of)).isEqualTo("77");
    assertThat(results("GET", "contacts/1002/associations/companies"))
        .noneMatch(it -> it.path("toObjectId").asText().equals("77"));
    assertThat(send("PUT", of + "/78", "[]").code()).isEqualTo(200);
    assertThat(last(of)).isEqualTo("78");
    assertThat(send("DELETE", of + "/78", "").code()).isEqualTo(204);
    assertThat(last(of)).isEqualTo("77");
  }

  @Test
  void aSearchEndsAtTheDeclaredWindowAndTheEngineReadsBeyondIt() throws IOException {
    try (MockApi large = reading.start(new MockOptions(7, 13, 200).unmetered())) {
      large.dataset().refill("notes", 10_050);
      String after = "";
      for (int page = 0; page < 50; page++) {
        JsonNode answer = json(send(large, "POST", "notes/search", search(after)));
        assertThat(answer.path("results")).hasSize(200);
        after = answer.at("/paging/next/after").asText();
      }
      try (Response refused = send(large, "POST", "notes/search", search(after))) {
        assertThat(refused.code()).isEqualTo(400);
      }
      Map<String, String> quick = new HashMap<>(large.environment());
      quick.put("HUBSPOT_RATE_LIMITS", "1000/1s");
      List<JsonNode> read = reading.read(large, ReadRequest.of("notes"), quick);
      assertThat(read.equals(large.dataset().records("notes"))).isTrue();
    }
  }

  private static String search(String after) {
    return after.isEmpty() ? "{\"limit\":200}" : "{\"limit\":200,\"after\":\"" + after + "\"}";
  }

  @Test
  void aRecordAddedOrDeletedWhileAListIsReadMovesNoOther() {
    List<JsonNode> before = api.dataset().records("owners");
    api.fail(
        new ReplyFault.Meanwhile(
            () -> {
              api.dataset().delete("owners", before.get(2));
              api.dataset().add("owners");
            }));
    List<JsonNode> read = reading.read(api, ReadRequest.of("owners"), api.environment());
    assertThat(read).hasSize(14).containsAll(before);
    assertThat(api.dataset().records("owners")).hasSize(13);
    assertThat(api.spoiled()).isEqualTo(1);
  }

  private List<JsonNode> found(String property, String operator, String value) throws IOException {
    String body = EQUAL.formatted(property, operator, value);
    List<JsonNode> first = results("contacts/search", body);
    if (first.size() < 10) {
      return first;
    }
    String next = json(send("POST", "contacts/search", body)).at("/paging/next/after").asText();
    return next.isEmpty()
        ? first
        : Stream.concat(
                first.stream(),
                results(
                    "contacts/search",
                    body.replace("{\"filterG", "{\"after\":\"" + next + "\",\"filterG"))
                    .stream())
            .toList();
  }

  private String last(String of) throws IOException {
    JsonNode page = json(send("GET", of, ""));
    String next = page.at("/paging/next/after").asText();
    JsonNode all = next.isEmpty() ? page : json(send("GET", of + "?after=" + next, ""));
    return all.at("/results").get(all.at("/results").size() - 1).path("toObjectId").asText();
  }

  private List<JsonNode> results(String path, String body) throws IOException {
    JsonNode answer =
        path.equals("GET") ? json(send("GET", body, "")) : json(send("POST", path, body));
    return StreamSupport.stream(answer.path("results").spliterator(), false).toList();
  }

  private static List<String> keys(List<Event> events, Class<? extends Event> kind) {
    return events.stream()
        .filter(kind::isInstance)
        .map(
            it ->
                it instanceof Event.Delete delete
                    ? delete.key().get(0).asText()
                    : ((Event.Record) it).data().path("id").asText())
        .toList();
  }

  private static JsonNode json(Response response) throws IOException {
    try (response) {
      return Reading.json(response.body().string());
    }
  }

  private Response send(String method, String path, String body) throws IOException {
    return send(api, method, path, body);
  }

  private static Response send(MockApi api, String method, String path, String body)
      throws IOException {
    boolean bodiless = method.equals("GET") || method.equals("DELETE");
    Request request =
        new Request.Builder()
            .url(api.baseUrl() + CRM + path)
            .header("Authorization", "Bearer " + api.environment().get("HUBSPOT_ACCESS_TOKEN"))
            .method(
                method,
                bodiless ? null : RequestBody.create(body, MediaType.get("application/json")))
            .build();
    return new OkHttpClient().newCall(request).execute();
  }
}
