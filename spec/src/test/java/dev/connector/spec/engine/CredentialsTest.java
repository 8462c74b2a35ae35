package dev.connector.spec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Hmac;
import dev.connector.runtime.signature.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** HubSpot's definition has what most need: alternatives, tokens that are renewed, webhooks. */
class CredentialsTest {

  private static final Fixtures HUBSPOT = Fixtures.of("hubspot");

  @Test
  void theFirstAlternativeThatIsCompleteIsUsedAndItsTokenUrlMovesWithTheBaseUrl() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(
          new MockResponse.Builder()
              .body("{\"access_token\":\"fresh\",\"expires_in\":1800,\"token_type\":\"bearer\"}")
              .build());
      server.enqueue(new MockResponse.Builder().body("{\"results\":[]}").build());
      server.start();
      Map<String, String> environment =
          Map.of(
              "HUBSPOT_BASE_URL", server.url("/").toString(),
              "HUBSPOT_ALLOW_LOOPBACK", "true",
              "HUBSPOT_CLIENT_ID", "id",
              "HUBSPOT_CLIENT_SECRET", "s3cret",
              "HUBSPOT_REFRESH_TOKEN", "r3fresh");

      try (Engine engine = new Engine(HUBSPOT.definition(), HUBSPOT.schemas(), environment)) {
        engine.check(event -> {}, new Cancellation());
      }

      RecordedRequest token = server.takeRequest();
      assertThat(token.getUrl().encodedPath()).isEqualTo("/oauth/2026-03/token");
      assertThat(token.getBody().utf8()).contains("refresh_token=r3fresh");
      assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer fresh");
    }
  }

  @Test
  void aSignedDeliverySaysWhatChangedAndAnAlteredOneIsRefused() {
    Map<String, String> environment =
        Map.of("HUBSPOT_ACCESS_TOKEN", "t0ken", "HUBSPOT_CLIENT_SECRET", "s3cret");
    String url = "https://hooks.example.com/hubspot";
    String body =
        "[{\"subscriptionType\":\"contact.deletion\",\"objectId\":701},{\"subscriptionType\":\"other\"}]";
    String time = Long.toString(System.currentTimeMillis());
    String signature =
        Hmac.sha256Base64()
            .sign("s3cret", ("POST" + url + body + time).getBytes(StandardCharsets.UTF_8));
    Map<String, List<String>> headers =
        Map.of(
            "X-HubSpot-Signature-v3", List.of(signature),
            "X-HubSpot-Request-Timestamp", List.of(time));

    try (Engine engine = new Engine(HUBSPOT.definition(), HUBSPOT.schemas(), environment)) {
      assertThat(engine.webhook(delivery(url, headers, body + " ")).verdict())
          .isEqualTo(Webhooks.Verdict.WRONG_SIGNATURE);
      DeliveryResult accepted = engine.webhook(delivery(url, headers, body));
      assertThat(accepted.changes())
          .singleElement()
          .hasToString("Change[kind=DELETED, resource=contacts, key=[701]]");
      assertThat(engine.webhook(delivery(url, headers, body)).verdict())
          .isEqualTo(Webhooks.Verdict.REPEATED);
    }
  }

  private static Delivery delivery(String url, Map<String, List<String>> headers, String body) {
    return new Delivery("POST", url, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
