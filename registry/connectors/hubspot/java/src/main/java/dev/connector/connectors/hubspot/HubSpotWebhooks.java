package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.signature.Hmac;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.signature.WebhookScheme;
import dev.connector.runtime.signature.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Receives what HubSpot sends by itself, once it is sure that HubSpot sent it (signature v3). Keep
 * one for the life of the program: it remembers what it has seen. Safe for use by many threads.
 */
public final class HubSpotWebhooks {

  private static final String SIGNATURE = "X-HubSpot-Signature-v3";

  /** Deliveries have no id; the signature covers the time, so a copy alone has the same again. */
  private static final WebhookScheme SCHEME =
      WebhookScheme.of(Hmac.sha256Base64(), "{method}{url}{body}{timestamp}", SIGNATURE)
          .decoding(":/?@!$'()*,;")
          .timestamp("X-HubSpot-Request-Timestamp", Duration.ofMinutes(5))
          .idInHeader(SIGNATURE);

  /** What happened, by the second part of a subscription's name. */
  private static final Map<String, DeliveryResult.Kind> KINDS =
      Map.of(
          "creation", DeliveryResult.Kind.CREATED,
          "restore", DeliveryResult.Kind.CREATED,
          "propertyChange", DeliveryResult.Kind.UPDATED,
          "deletion", DeliveryResult.Kind.DELETED);

  private final Webhooks webhooks;

  private HubSpotWebhooks(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** Deliveries to the app with this client secret. */
  public static HubSpotWebhooks signedWith(String clientSecret) {
    return new HubSpotWebhooks(Webhooks.of(SCHEME, clientSecret));
  }

  /**
   * The events of a delivery.
   *
   * @throws ApiException with {@link ErrorCode#FORBIDDEN} where it is not HubSpot's, too old or
   *     here for the second time, and with {@link ErrorCode#PARSING_ERROR} where it holds no events
   */
  public List<WebhookEvent> receive(Delivery delivery) {
    Webhooks.Verdict verdict = webhooks.verify(delivery);
    if (!verdict.accepted()) {
      throw new ApiException(ErrorCode.FORBIDDEN, "refused a delivery: " + verdict);
    }
    return List.of(Json.read(body(delivery), WebhookEvent[].class));
  }

  /** What a delivery tells to have changed, if it is to be believed. */
  DeliveryResult judge(Delivery delivery) {
    Webhooks.Verdict verdict = webhooks.verify(delivery);
    if (!verdict.accepted()) {
      return DeliveryResult.refused(verdict);
    }
    List<DeliveryResult.Change> changes = new ArrayList<>();
    JsonNode events = body(delivery);
    for (JsonNode event : events.isArray() ? events : List.of(events)) {
      change(event).ifPresent(changes::add);
    }
    return new DeliveryResult(verdict, delivery.header(SIGNATURE), changes);
  }

  /** Empty for an event of another kind, which is no reason to refuse it. */
  private static Optional<DeliveryResult.Change> change(JsonNode event) {
    String[] subscription = event.path("subscriptionType").asText().split("\\.", 2);
    Optional<String> resource =
        Stream.of(CrmType.CONTACT, CrmType.COMPANY, CrmType.DEAL, CrmType.TICKET)
            .filter(type -> type.singular().equals(subscription[0]))
            .map(CrmType::plural)
            .findFirst();
    DeliveryResult.Kind kind = subscription.length == 2 ? KINDS.get(subscription[1]) : null;
    return resource
        .filter(known -> kind != null && event.has("objectId"))
        .map(known -> new DeliveryResult.Change(kind, known, List.of(event.path("objectId"))));
  }

  private static JsonNode body(Delivery delivery) {
    try {
      return Json.parse(new String(delivery.body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new ApiException(ErrorCode.PARSING_ERROR, "the delivery is not JSON", e);
    }
  }
}
