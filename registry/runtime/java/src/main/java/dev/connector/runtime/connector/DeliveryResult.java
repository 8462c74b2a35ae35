package dev.connector.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.signature.Webhooks;
import java.util.List;
import java.util.Optional;

/**
 * What is made of a webhook delivery.
 *
 * @param verdict anything but {@link Webhooks.Verdict#ACCEPTED} must not be acted upon
 * @param deliveryId by which a repetition would be recognised
 * @param changes what it tells, where it is accepted
 */
public record DeliveryResult(
    Webhooks.Verdict verdict, Optional<String> deliveryId, List<Change> changes) {

  public DeliveryResult {
    changes = List.copyOf(changes);
    if (!verdict.accepted() && !changes.isEmpty()) {
      throw new IllegalArgumentException("a refused delivery tells nothing");
    }
  }

  public static DeliveryResult refused(Webhooks.Verdict verdict) {
    return new DeliveryResult(verdict, Optional.empty(), List.of());
  }

  /**
   * What happened to one record.
   *
   * @param key the values of its primary key, in order
   */
  public record Change(Kind kind, String resource, List<JsonNode> key) {
    public Change {
      key = List.copyOf(key);
    }
  }

  /** What happened. */
  public enum Kind {
    CREATED,
    UPDATED,
    DELETED
  }
}
