package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened in an account. HubSpot sends up to 100 at once, in no certain order and
 * sometimes twice.
 *
 * @param eventId not unique by itself: see {@link #key}
 * @param subscriptionId the subscription that asked for it
 * @param portalId the account
 * @param appId the app
 * @param occurredAt when it happened
 * @param subscriptionType what happened, such as {@code contact.propertyChange}
 * @param attemptNumber 0 for the first delivery
 * @param objectId the record; read it for its present state
 * @param propertyName the property that changed
 * @param propertyValue its new value
 * @param changeSource what caused it, such as {@code IMPORT}
 */
public record WebhookEvent(
    long eventId,
    long subscriptionId,
    long portalId,
    long appId,
    @JsonFormat(without = JsonFormat.Feature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
        Instant occurredAt,
    @JsonAlias("eventType") String subscriptionType,
    int attemptNumber,
    String objectId,
    Optional<String> propertyName,
    Optional<String> propertyValue,
    Optional<String> changeSource) {

  /**
   * The events of a delivery.
   *
   * @throws ApiException with {@link ErrorCode#FORBIDDEN} where it is not HubSpot's, too old or
   *     here for the second time, and with {@link ErrorCode#PARSING_ERROR} where it holds no events
   */
  public static List<WebhookEvent> receive(HubSpotWebhooks webhooks, Delivery delivery) {
    Webhooks.Verdict verdict = webhooks.judge(delivery).verdict();
    if (!verdict.accepted()) {
      throw new ApiException(ErrorCode.FORBIDDEN, "refused a delivery: " + verdict);
    }
    try {
      return List.of(Json.read(Json.parse(delivery.body()), WebhookEvent[].class));
    } catch (JsonProcessingException e) {
      throw new ApiException(ErrorCode.PARSING_ERROR, "a delivery is not JSON", e);
    }
  }

  /** The same for every delivery of the same event. */
  public String key() {
    return eventId + "-" + subscriptionId + "-" + occurredAt.toEpochMilli();
  }
}
