package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.signature.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Signatures are computed here as HubSpot describes it, apart from the code under test. */
class HubSpotWebhooksTest {

  private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
  private static final String URL = "https://www.example.com/webhook_uri";

  /** The example of HubSpot's guide to webhooks. */
  private static final String EVENTS =
      "[{\"objectId\":1246965,\"propertyName\":\"lifecyclestage\",\"propertyValue\":\"subscriber\","
          + "\"changeSource\":\"ACADEMY\",\"eventId\":3816279340,\"subscriptionId\":25,"
          + "\"portalId\":33,\"appId\":1160452,\"occurredAt\":1462216307945,"
          + "\"eventType\":\"contact.propertyChange\",\"attemptNumber\":0},"
          + "{\"objectId\":1246978,\"changeSource\":\"IMPORT\",\"eventId\":3816279480,"
          + "\"subscriptionId\":22,\"portalId\":33,\"appId\":1160452,\"occurredAt\":1462216307945,"
          + "\"eventType\":\"contact.creation\",\"attemptNumber\":0}]";

  private final HubSpotWebhooks webhooks = HubSpotWebhooks.signedWith(SECRET);

  @Test
  void theEventsOfASignedDeliveryAreRead() throws Exception {
    List<WebhookEvent> events = WebhookEvent.receive(webhooks, signed(EVENTS, now(), SECRET));

    assertThat(events).hasSize(2);
    WebhookEvent change = events.get(0);
    assertThat(change.subscriptionType()).isEqualTo("contact.propertyChange");
    assertThat(change.objectId()).isEqualTo("1246965");
    assertThat(change.propertyValue()).contains("subscriber");
    assertThat(change.occurredAt()).isEqualTo("2016-05-02T19:11:47.945Z");
    assertThat(events.get(1).propertyName()).isEmpty();
    assertThat(events.get(1).key()).isNotEqualTo(change.key());
  }

  @Test
  void theUrlIsSignedWithItsCharactersDecoded() throws Exception {
    String sent = "https://www.example.com/hook?to=https%3A%2F%2Fa.example%2Fb%3Fc&who=x%40y&kept=%20%26";
    String signed = "https://www.example.com/hook?to=https://a.example/b?c&who=x@y&kept=%20%26";
    String time = now();

    assertThat(WebhookEvent.receive(webhooks, delivery(sent, sign(signed, EVENTS, time, SECRET), EVENTS, time)))
        .hasSize(2);
  }

  @Test
  void anAlteredBodyIsRefused() throws Exception {
    String time = now();
    String signature = sign(URL, EVENTS, time, SECRET);
    String altered = EVENTS.replace("subscriber", "customer");

    assertThatThrownBy(() -> WebhookEvent.receive(webhooks, delivery(URL, signature, altered, time)))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("WRONG_SIGNATURE");
  }

  @Test
  void aSignatureOfAnotherAppIsRefused() throws Exception {
    Delivery delivery = signed(EVENTS, now(), "another-secret");

    assertThatThrownBy(() -> WebhookEvent.receive(webhooks, delivery)).hasMessageContaining("WRONG_SIGNATURE");
  }

  @Test
  void aDeliveryWithoutSignatureIsRefused() {
    Delivery delivery =
        new Delivery("POST", URL, Map.of(), EVENTS.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> WebhookEvent.receive(webhooks, delivery)).hasMessageContaining("UNSIGNED");
  }

  @Test
  void aDeliveryOlderThanFiveMinutesIsRefused() throws Exception {
    Delivery old = signed(EVENTS, millis(Duration.ofSeconds(301)), SECRET);
    Delivery recent = signed(EVENTS, millis(Duration.ofSeconds(290)), SECRET);

    assertThatThrownBy(() -> WebhookEvent.receive(webhooks, old)).hasMessageContaining("OUT_OF_TIME");
    assertThat(WebhookEvent.receive(webhooks, recent)).hasSize(2);
  }

  @Test
  void aCopyOfADeliveryIsRefused() throws Exception {
    Delivery delivery = signed(EVENTS, now(), SECRET);
    WebhookEvent.receive(webhooks, delivery);

    assertThatThrownBy(() -> WebhookEvent.receive(webhooks, delivery)).hasMessageContaining("REPEATED");
  }

  private static Delivery signed(String body, String time, String secret) throws Exception {
    return delivery(URL, sign(URL, body, time, secret), body, time);
  }

  private static Delivery delivery(String url, String signature, String body, String time) {
    return new Delivery(
        "POST",
        url,
        Map.of(
            "x-hubspot-signature-v3", List.of(signature),
            "x-hubspot-request-timestamp", List.of(time)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String sign(String url, String body, String time, String secret)
      throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] hash = mac.doFinal(("POST" + url + body + time).getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }

  private static String now() {
    return millis(Duration.ZERO);
  }

  private static String millis(Duration ago) {
    return String.valueOf(Instant.now().minus(ago).toEpochMilli());
  }
}
