package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Hmac;
import dev.connector.runtime.signature.SignedContent;
import dev.connector.runtime.signature.WebhookScheme;
import dev.connector.runtime.signature.Webhooks;
import dev.connector.runtime.signature.Webhooks.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookRulesTest {

  private static final String URL = "https://example.com/hook?a=%3A";
  private static final String BODY = "[{\"eventId\": 7,  \"name\":\"Zoë\"}]";
  private static final Hmac HMAC = Hmac.sha256Base64();
  private static final WebhookScheme LIKE_HUBSPOT =
      WebhookScheme.of(HMAC, "{method}{url}{body}{timestamp}", "X-Signature")
          .timestamp("X-Timestamp", Duration.ofMinutes(5))
          .idInBody("/0/eventId");

  private final MovingClock clock = new MovingClock(Instant.parse("2026-01-31T12:00:00Z"));

  private Webhooks webhooks(WebhookScheme scheme, String... secrets) {
    return new Webhooks(scheme, List.of(secrets), clock);
  }

  private Delivery signed(String body, Instant at) {
    String time = "" + at.toEpochMilli();
    String content = "POST" + URL + body + time;
    return delivery(
        body, Map.of("x-signature", HMAC.sign("s3cret", bytes(content)), "X-Timestamp", time));
  }

  private static Delivery delivery(String body, Map<String, String> headers) {
    Map<String, List<String>> lines = new HashMap<>();
    headers.forEach((name, value) -> lines.put(name, List.of(value)));
    return new Delivery("POST", URL, lines, bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void hook1_whatIsSignedDecodedIsDecodedAndNothingElse() {
    SignedContent content = SignedContent.of("{url} {query} {body}").decoding(":/");
    Map<String, byte[]> values =
        Map.of(
            "url", bytes("https://example.com/a?b=%3a%2F%3F%25%C3%BC%zz"),
            "query", bytes("b=%3A"),
            "body", bytes("%3A"));

    assertThat(new String(content.fill(values), StandardCharsets.UTF_8))
        .isEqualTo("https://example.com/a?b=:/%3F%25%C3%BC%zz b=: %3A");
  }

  @Test
  void hook1_aSignatureOverMethodUrlRawBodyAndTimeIsAccepted() {
    assertThat(webhooks(LIKE_HUBSPOT, "s3cret").verify(signed(BODY, clock.instant())))
        .isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void hook1_anythingAlteredIsRefused() {
    Delivery good = signed(BODY, clock.instant());
    Webhooks webhooks = webhooks(LIKE_HUBSPOT, "s3cret");
    List<Delivery> altered =
        List.of(
            new Delivery("PUT", good.url(), good.headers(), good.body()),
            new Delivery("POST", good.url() + "&b=2", good.headers(), good.body()),
            new Delivery("POST", good.url(), good.headers(), bytes(BODY.replace("  ", " "))),
            delivery(BODY, replaced(good, "X-Timestamp", "" + (clock.millis() + 1))),
            delivery(BODY, replaced(good, "x-signature", "A".repeat(44))),
            delivery(BODY, replaced(good, "x-signature", "")),
            delivery(
                BODY,
                replaced(good, "x-signature", good.header("x-signature").orElseThrow() + "x")));
    assertThat(altered)
        .allSatisfy(
            it -> assertThat(webhooks.verify(it)).isIn(Verdict.WRONG_SIGNATURE, Verdict.UNSIGNED));
    assertThat(webhooks(LIKE_HUBSPOT, "other").verify(good)).isEqualTo(Verdict.WRONG_SIGNATURE);
    assertThat(webhooks.verify(good)).as("a forgery uses up no id").isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void hook1_aMissingSignatureOrTimeStampIsRefused() {
    Delivery good = signed(BODY, clock.instant());
    for (String header : List.of("x-signature", "X-Timestamp")) {
      Map<String, List<String>> headers = new HashMap<>(good.headers());
      headers.remove(header);
      assertThat(
              webhooks(LIKE_HUBSPOT, "s3cret")
                  .verify(new Delivery("POST", URL, headers, good.body())))
          .isEqualTo(header.equals("X-Timestamp") ? Verdict.UNDATED : Verdict.UNSIGNED);
    }
  }

  @Test
  void hook1_prefixedHexadecimalSignaturesAreAcceptedInEitherCase() {
    for (Hmac.Algorithm algorithm : Hmac.Algorithm.values()) {
      Hmac hmac = new Hmac(algorithm, Hmac.Encoding.HEX);
      Webhooks webhooks =
          webhooks(WebhookScheme.of(hmac, "{body}", "X-Hub").prefix("sha="), "s3cret");
      String signature = hmac.sign("s3cret", bytes(BODY));
      assertThat(webhooks.verify(delivery(BODY, Map.of("X-Hub", "sha=" + signature))))
          .isEqualTo(Verdict.ACCEPTED);
      assertThat(webhooks.verify(delivery(BODY, Map.of("X-Hub", "sha=" + signature.toUpperCase()))))
          .isEqualTo(Verdict.ACCEPTED);
      assertThat(webhooks.verify(delivery(BODY, Map.of("X-Hub", signature))))
          .isEqualTo(Verdict.UNSIGNED);
    }
  }

  @Test
  void hook1_aHeaderWithSeveralFieldsMayHaveTimeAndMoreThanOneSignature() {
    Hmac hmac = Hmac.sha256Hex();
    WebhookScheme scheme =
        WebhookScheme.of(hmac, "{timestamp}.{body}", "Sig")
            .field("v1")
            .timestamp(
                new WebhookScheme.HeaderPart("Sig", "", Optional.of("t")), Duration.ofMinutes(5));
    String time = "" + clock.instant().getEpochSecond();
    String right = hmac.sign("new", bytes(time + "." + BODY));
    for (Webhooks webhooks :
        List.of(webhooks(scheme, "old", "new"), webhooks(scheme, "new", "old"))) {
      for (String signatures : List.of("v1=wrong,v1=" + right, "v1=" + right + ",v1=wrong")) {
        assertThat(
                webhooks.verify(
                    delivery(BODY, Map.of("Sig", "t=" + time + ",v0=abc, " + signatures))))
            .isEqualTo(Verdict.ACCEPTED);
      }
    }
    Webhooks webhooks = webhooks(scheme, "old", "new");
    assertThat(webhooks.verify(delivery(BODY, Map.of("Sig", "t=" + time + ",v0=" + right))))
        .isEqualTo(Verdict.UNSIGNED);
  }

  @Test
  void hook1_withoutASecretNothingIsVerified() {
    assertThat(failure(() -> webhooks(LIKE_HUBSPOT, "")).code())
        .isEqualTo(ErrorCode.INVALID_CONFIG);
    assertThat(failure(() -> webhooks(LIKE_HUBSPOT)).code()).isEqualTo(ErrorCode.INVALID_CONFIG);
    assertThatThrownBy(() -> SignedContent.of("{boddy}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("boddy");
  }

  @Test
  void hook2_aTimeStampOutsideTheToleranceIsRefusedEitherWay() {
    Webhooks webhooks = webhooks(LIKE_HUBSPOT, "s3cret");
    Map<Duration, Verdict> ages =
        Map.of(
            Duration.ofMinutes(5), Verdict.ACCEPTED,
            Duration.ofMinutes(5).plusMillis(1), Verdict.OUT_OF_TIME,
            Duration.ofMinutes(-5), Verdict.ACCEPTED,
            Duration.ofMinutes(-5).minusMillis(1), Verdict.OUT_OF_TIME);
    ages.forEach(
        (age, verdict) -> {
          Delivery delivery = signed("[{\"eventId\":\"" + age + "\"}]", clock.instant().minus(age));
          assertThat(webhooks.verify(delivery)).as("age %s", age).isEqualTo(verdict);
        });
  }

  @Test
  void hook2_aTimeStampThatIsNoneIsRefused() {
    WebhookScheme scheme =
        WebhookScheme.of(HMAC, "{body}{timestamp}", "X-Signature")
            .timestamp("X-Timestamp", Duration.ofMinutes(5));
    for (String time : List.of("soon", "99999999999999999999999", "-", "2026-99-99")) {
      String signature = HMAC.sign("s3cret", bytes(BODY + time));
      assertThat(
              webhooks(scheme, "s3cret")
                  .verify(delivery(BODY, Map.of("X-Signature", signature, "X-Timestamp", time))))
          .as(time)
          .isEqualTo(Verdict.OUT_OF_TIME);
    }
  }

  @Test
  void hook2_aDeliveryIsAcceptedOnce() {
    Webhooks webhooks = webhooks(LIKE_HUBSPOT, "s3cret");
    Delivery delivery = signed(BODY, clock.instant());
    assertThat(webhooks.verify(delivery)).isEqualTo(Verdict.ACCEPTED);
    assertThat(webhooks.verify(delivery)).isEqualTo(Verdict.REPEATED);
    assertThat(webhooks.verify(signed(BODY, clock.instant().plusSeconds(1))))
        .as("the same id, signed anew")
        .isEqualTo(Verdict.REPEATED);
    webhooks.forget(delivery);
    assertThat(webhooks.verify(delivery))
        .as("it could not be dealt with")
        .isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void hook2_aSignatureWrittenInAnotherWayMakesNoNewDelivery() {
    Hmac hmac = Hmac.sha256Hex();
    Webhooks webhooks =
        webhooks(WebhookScheme.of(hmac, "{body}", "X-Hub").idInHeader("x-hub"), "old", "s3cret");
    String signature = hmac.sign("s3cret", bytes(BODY));
    assertThat(webhooks.verify(delivery(BODY, Map.of("X-Hub", signature))))
        .isEqualTo(Verdict.ACCEPTED);
    assertThat(webhooks.verify(delivery(BODY, Map.of("X-Hub", signature.toUpperCase(Locale.ROOT)))))
        .isEqualTo(Verdict.REPEATED);
    assertThat(webhooks.verify(delivery(BODY, Map.of("X-Hub", signature + " "))))
        .isEqualTo(Verdict.REPEATED);
  }

  @Test
  void hook2_aDeliveryWithoutItsIdIsRefused() {
    Webhooks webhooks = webhooks(LIKE_HUBSPOT, "s3cret");
    for (String body : List.of("[]", "not JSON", "[{\"eventId\":{}}]")) {
      assertThat(webhooks.verify(signed(body, clock.instant()))).isEqualTo(Verdict.UNIDENTIFIED);
    }
  }

  @Test
  void hook2_idsAreRememberedAtLeastAsLongAsTheirTimeStampsAreAccepted() {
    assertThatThrownBy(
            () ->
                LIKE_HUBSPOT.replays(
                    new WebhookScheme.Replays(
                        LIKE_HUBSPOT.replays().id(), Duration.ofMinutes(9), 10)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, String> replaced(Delivery good, String header, String value) {
    Map<String, String> headers = new HashMap<>();
    good.headers().forEach((name, values) -> headers.put(name, values.get(0)));
    headers.put(header, value);
    return headers;
  }
}
