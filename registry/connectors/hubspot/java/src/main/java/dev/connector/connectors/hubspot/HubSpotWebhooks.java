package dev.connector.connectors.hubspot;

import dev.connector.runtime.adapter.WebhookEvents;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.ResponseValue;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Hmac;
import dev.connector.runtime.signature.WebhookScheme;
import dev.connector.runtime.signature.Webhooks;
import java.time.Duration;
import java.util.Map;

/**
 * Receives what HubSpot sends by itself, once it is sure who sent it.
 *
 * <p>Keep one for the life of the program: it remembers what it has seen. Safe for use by many
 * threads.
 */
public final class HubSpotWebhooks {

  private static final WebhookScheme SCHEME =
      WebhookScheme.of(
              new Hmac(Hmac.Algorithm.SHA256, Hmac.Encoding.BASE64),
              "{method}{url}{body}{timestamp}",
              "X-HubSpot-Signature-v3")
          .decoding(":/?@!$'()*,;")
          .timestamp("X-HubSpot-Request-Timestamp", Duration.ofMinutes(5))
          .idInHeader("X-HubSpot-Signature-v3");

  private static final WebhookEvents EVENTS =
      WebhookEvents.of("", ResponseValue.body("/subscriptionType"))
          .deliveryId(ResponseValue.header("X-HubSpot-Signature-v3"))
          .event("contact.creation", DeliveryResult.Kind.CREATED, "contacts", "/objectId")
          .event("contact.deletion", DeliveryResult.Kind.DELETED, "contacts", "/objectId")
          .event("contact.propertyChange", DeliveryResult.Kind.UPDATED, "contacts", "/objectId")
          .event("contact.restore", DeliveryResult.Kind.CREATED, "contacts", "/objectId")
          .event("company.creation", DeliveryResult.Kind.CREATED, "companies", "/objectId")
          .event("company.deletion", DeliveryResult.Kind.DELETED, "companies", "/objectId")
          .event("company.propertyChange", DeliveryResult.Kind.UPDATED, "companies", "/objectId")
          .event("company.restore", DeliveryResult.Kind.CREATED, "companies", "/objectId")
          .event("deal.creation", DeliveryResult.Kind.CREATED, "deals", "/objectId")
          .event("deal.deletion", DeliveryResult.Kind.DELETED, "deals", "/objectId")
          .event("deal.propertyChange", DeliveryResult.Kind.UPDATED, "deals", "/objectId")
          .event("deal.restore", DeliveryResult.Kind.CREATED, "deals", "/objectId")
          .event("ticket.creation", DeliveryResult.Kind.CREATED, "tickets", "/objectId")
          .event("ticket.deletion", DeliveryResult.Kind.DELETED, "tickets", "/objectId")
          .event("ticket.propertyChange", DeliveryResult.Kind.UPDATED, "tickets", "/objectId")
          .event("ticket.restore", DeliveryResult.Kind.CREATED, "tickets", "/objectId");

  private final Webhooks webhooks;

  private HubSpotWebhooks(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** Deliveries that this secret proves. */
  public static HubSpotWebhooks signedWith(String secret) {
    return new HubSpotWebhooks(Webhooks.of(SCHEME, secret));
  }

  /** The same with the secret that the environment has. */
  static HubSpotWebhooks from(Map<String, String> environment) {
    HubSpotSettings settings = HubSpotSettings.fromEnvironment(environment);
    if (settings.clientSecret().isEmpty()) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, "HUBSPOT_CLIENT_SECRET is missing");
    }
    return signedWith(settings.clientSecret().orElseThrow().reveal());
  }

  /** What a delivery tells to have changed, if it is to be believed. */
  public DeliveryResult judge(Delivery delivery) {
    return EVENTS.judge(webhooks, delivery);
  }
}
