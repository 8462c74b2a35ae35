package dev.connector.connectors.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.connectors.hubspot.HubSpotConnector;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Hmac;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotAgreementTest {

  private static final Map<String, String> FAST = Map.of("HUBSPOT_RATE_LIMITS", "100000/1s");

  private final Pair pair = Pair.of("hubspot", HubSpotConnector::of);

  static Stream<String> types() {
    return Stream.of(
        "contacts",
        "companies",
        "deals",
        "tickets",
        "calls",
        "emails",
        "meetings",
        "notes",
        "tasks");
  }

  @Test
  void both_describe_the_same() {
    pair.describeAlike(Map.of());
    pair.describeAlike(Map.of("HUBSPOT_RATE_LIMITS", "190/10s,625000/1d"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void both_read_the_same_of_every_type(String type) {
    Pair.Outcome outcome = pair.reads(ReadRequest.of(type).withCanonical(), FAST);

    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.events()).hasAtLeastOneElementOfType(Event.Record.class);
    assertThat(outcome.events()).hasAtLeastOneElementOfType(Event.Checkpoint.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owners", "associations", "nothing"})
  void both_read_the_same_of_all_else(String resource) {
    pair.reads(ReadRequest.of(resource).withCanonical(), FAST);
  }

  @Test
  void both_hide_the_same_and_stop_at_the_same_place() {
    Map<String, String> masked =
        Map.of("HUBSPOT_RATE_LIMITS", "100000/1s", "HUBSPOT_MASK_PERSONAL", "true");

    Pair.Outcome hidden = pair.reads(ReadRequest.of("owners").withCanonical(), masked);
    Pair.Outcome few = pair.reads(ReadRequest.of("owners").limit(2), masked);
    Pair.Outcome chosen =
        pair.reads(
            ReadRequest.of("contacts").limit(3).argument("properties", json("['email','city']")),
            masked);

    assertThat(few.events()).filteredOn(Event.Record.class::isInstance).hasSize(2);
    assertThat(hidden.events().toString()).contains("\":\"***\"");
    assertThat(chosen.requests().toString()).contains("[\"email\",\"city\"]");
  }

  @Test
  void both_go_on_from_the_same_state() {
    List<Event> events = pair.reads(ReadRequest.of("notes").limit(3), FAST).events();
    events.stream()
        .filter(Event.Checkpoint.class::isInstance)
        .map(it -> ((Event.Checkpoint) it).state())
        .forEach(state -> pair.reads(ReadRequest.of("notes").state(state), FAST));
    pair.reads(ReadRequest.of("notes").since("2024-01-01T00:00:00Z"), FAST);
  }

  @ParameterizedTest
  @MethodSource("types")
  void both_call_the_same_of_every_type(String type) {
    String id =
        (type.equals("companies") ? "company" : type.substring(0, type.length() - 1)) + "Id";
    Map<String, Map<String, String>> calls =
        Map.of(
            "list", Map.of(),
            "listArchived", Map.of("properties", "['hs_object_id']"),
            "get", Map.of(id, "'1'", "idProperty", "'email'"),
            "create", Map.of("values", "{'a':'b'}", "associations", "[{'to':{'id':'1'}}]"),
            "update", Map.of(id, "'1'", "values", "{'a':''}"),
            "archive", Map.of(id, "'1'"),
            "search", Map.of("query", "'text'", "sorts", "[]", "filterGroups", "[]"),
            "changes", Map.of());
    calls.forEach(
        (operation, arguments) -> {
          CallRequest call = CallRequest.of(type + "." + operation);
          for (Map.Entry<String, String> argument : arguments.entrySet()) {
            call = call.argument(argument.getKey(), json(argument.getValue()));
          }
          assertThat(pair.calls(call).requests()).as(call.toString()).isNotEmpty();
        });
    for (String operation : List.of("get", "create", "update", "archive", "search", "nothing")) {
      pair.calls(CallRequest.of(type + "." + operation));
      pair.calls(CallRequest.of(type + "." + operation).argument("more", TextNode.valueOf("x")));
    }
  }

  @ParameterizedTest
  @CsvSource({"owners.list", "owners.listArchived", "owners.get", "associations.of"})
  void both_call_the_same_of_all_else(String operation) {
    pair.calls(CallRequest.of(operation));
    pair.calls(CallRequest.of(operation).argument("ownerId", TextNode.valueOf("1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"of", "associate", "label", "remove"})
  void both_associate_the_same(String operation) {
    CallRequest call =
        CallRequest.of("associations." + operation)
            .argument("objectType", TextNode.valueOf("contacts"))
            .argument("objectId", TextNode.valueOf("1"))
            .argument("toObjectType", TextNode.valueOf("companies"));
    CallRequest to =
        operation.equals("of") ? call : call.argument("toObjectId", TextNode.valueOf("2"));
    JsonNode types = json("[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':1}]");

    Pair.Outcome outcome = pair.calls(operation.equals("label") ? to.argument("types", types) : to);

    assertThat(outcome.requests()).hasSize(1);
  }

  @Test
  void both_check_the_same() {
    assertThat(pair.checks(FAST).failure()).isEmpty();
    assertThat(pair.checks(Map.of("HUBSPOT_ACCESS_TOKEN", "wrong")).failure())
        .startsWith("AUTH_FAILED");
    assertThat(pair.checks(Map.of("HUBSPOT_MAX_RETRIES", "many")).failure())
        .contains("HUBSPOT_MAX_RETRIES");
  }

  @Test
  void both_judge_deliveries_the_same() {
    String now = Long.toString(System.currentTimeMillis());
    Delivery good =
        delivery(
            now,
            "[{'subscriptionType':'contact.deletion','objectId':7},"
                + "{'subscriptionType':'deal.creation','objectId':'8'},"
                + "{'subscriptionType':'contact.privacyDeletion','objectId':9},"
                + "{'subscriptionType':'ticket.restore','objectId':10},"
                + "{'subscriptionType':'company.propertyChange','objectId':11},{},{'subscriptionType':'deal.creation'}]");
    Delivery unsigned = new Delivery("POST", good.url(), Map.of(), good.body());
    Delivery other = new Delivery("PUT", good.url(), good.headers(), good.body());
    List<Delivery> deliveries =
        List.of(
            good,
            good,
            other,
            unsigned,
            undated(good),
            delivery("1700000000000", "[]"),
            delivery(now, "no JSON"),
            delivery(now, "{'subscriptionType':'contact.creation','objectId':1}"));

    List<String> judgements =
        pair.judge(
            Map.of("HUBSPOT_ACCESS_TOKEN", "t", "HUBSPOT_CLIENT_SECRET", "s3cret"), deliveries);

    assertThat(judgements.get(0)).contains("ACCEPTED", "DELETED", "contacts", "UPDATED", "8", "10");
    assertThat(judgements.get(0)).doesNotContain("[9]");
    assertThat(judgements.subList(1, 7).toString())
        .containsSubsequence(
            "REPEATED", "WRONG_SIGNATURE", "UNSIGNED", "UNDATED", "OUT_OF_TIME", "PARSING_ERROR");
  }

  @Test
  void both_name_the_variable_of_a_secret_that_is_missing() {
    assertThat(pair.judge(Map.of("HUBSPOT_ACCESS_TOKEN", "t"), List.of(delivery("1", "[]"))))
        .containsExactly("INVALID_CONFIG HUBSPOT_CLIENT_SECRET is missing");
  }

  @Test
  void both_decode_of_the_url_what_hubspot_signs_decoded() {
    String now = Long.toString(System.currentTimeMillis());
    String sent = "https://hooks.example.com/h?to=https%3a%2F%2Fa.example&kept=%20%26%C3%A4";
    String signed = "https://hooks.example.com/h?to=https://a.example&kept=%20%26%C3%A4";
    Delivery decoded = delivery(signed, now, "[]");
    Delivery encoded = delivery(sent, now, "[]");
    List<Delivery> deliveries =
        List.of(
            new Delivery("POST", sent, decoded.headers(), decoded.body()),
            new Delivery("POST", sent, encoded.headers(), encoded.body()));

    assertThat(
            pair.judge(
                Map.of("HUBSPOT_ACCESS_TOKEN", "t", "HUBSPOT_CLIENT_SECRET", "s3cret"), deliveries))
        .satisfiesExactly(
            it -> assertThat(it).contains("ACCEPTED"),
            it -> assertThat(it).contains("WRONG_SIGNATURE"));
  }

  private static Delivery delivery(String time, String body) {
    return delivery("https://hooks.example.com/hubspot", time, body);
  }

  private static Delivery delivery(String url, String time, String body) {
    String json = body.replace('\'', '"');
    String signature =
        Hmac.sha256Base64().sign("s3cret", ("POST" + url + json + time).getBytes(UTF_8));
    return new Delivery(
        "POST",
        url,
        Map.of(
            "X-HubSpot-Signature-v3",
            List.of(signature),
            "X-HubSpot-Request-Timestamp",
            List.of(time)),
        json.getBytes(UTF_8));
  }

  private static Delivery undated(Delivery delivery) {
    Map<String, List<String>> headers = new HashMap<>(delivery.headers());
    headers.remove("X-HubSpot-Request-Timestamp");
    return new Delivery(delivery.method(), delivery.url(), headers, delivery.body());
  }

  private static JsonNode json(String text) {
    try {
      return Json.parse(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
