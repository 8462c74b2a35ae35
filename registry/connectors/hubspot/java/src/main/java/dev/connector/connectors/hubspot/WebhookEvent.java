package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
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

  /** The same for every delivery of the same event. */
  public String key() {
    return eventId + "-" + subscriptionId + "-" + occurredAt.toEpochMilli();
  }
}
