package dev.connector.runtime.adapter;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Copies;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.ResponseValue;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the webhooks of an API tell: immutable, so each method returns a changed copy.
 *
 * @param items where the events are in a delivery; the empty pointer is the whole body
 * @param name where an event says what it is, in itself or in a header of its delivery
 * @param deliveryId by which a repeated delivery is recognised
 * @param kinds what it tells, by what it says it is
 */
public record WebhookEvents(
    JsonPointer items,
    ResponseValue name,
    Optional<ResponseValue> deliveryId,
    Map<String, Kind> kinds) {

  /**
   * One kind of event.
   *
   * @param key where in the event the parts of the record's primary key are
   */
  public record Kind(DeliveryResult.Kind change, String resource, List<JsonPointer> key) {
    public Kind {
      key = List.copyOf(key);
    }
  }

  public WebhookEvents {
    kinds = Copies.of(kinds);
  }

  /** Events that lie here, an array or one alone, and say here what they are. */
  public static WebhookEvents of(String items, ResponseValue name) {
    return new WebhookEvents(JsonPointer.compile(items), name, Optional.empty(), Map.of());
  }

  /** The same where deliveries have an id. */
  public WebhookEvents deliveryId(ResponseValue place) {
    return new WebhookEvents(items, name, Optional.of(place), kinds);
  }

  /** The same with a kind of event. */
  public WebhookEvents event(
      String named, DeliveryResult.Kind change, String resource, String... key) {
    List<JsonPointer> pointers = Stream.of(key).map(JsonPointer::compile).toList();
    return new WebhookEvents(
        items, name, deliveryId, Copies.with(kinds, named, new Kind(change, resource, pointers)));
  }

  /**
   * What a delivery tells to have changed, if it is to be believed.
   *
   * @throws ApiException with {@link ErrorCode#PARSING_ERROR} where it holds no events
   */
  public DeliveryResult judge(Webhooks webhooks, Delivery delivery) {
    Webhooks.Verdict verdict = webhooks.verify(delivery);
    if (!verdict.accepted()) {
      return DeliveryResult.refused(verdict);
    }
    JsonNode body = body(delivery);
    JsonNode found = body.at(items);
    List<DeliveryResult.Change> changes = new ArrayList<>();
    for (JsonNode event : found.isArray() ? found : List.of(found)) {
      change(delivery, event).ifPresent(changes::add);
    }
    return new DeliveryResult(
        verdict,
        deliveryId.flatMap(it -> value(it, delivery, body)).map(JsonNode::asText),
        changes);
  }

  /** Empty for an event nobody knows, or of no record, which is no reason to refuse it. */
  private Optional<DeliveryResult.Change> change(Delivery delivery, JsonNode event) {
    return value(name, delivery, event)
        .map(JsonNode::asText)
        .map(kinds::get)
        .map(it -> new DeliveryResult.Change(it.change(), it.resource(), key(event, it)))
        .filter(it -> !it.key().isEmpty());
  }

  private static List<JsonNode> key(JsonNode event, Kind kind) {
    return kind.key().stream().map(event::at).filter(it -> !it.isMissingNode()).toList();
  }

  private static Optional<JsonNode> value(ResponseValue place, Delivery delivery, JsonNode body) {
    if (place instanceof ResponseValue.Header header) {
      return delivery.header(header.name()).map(TextNode::valueOf);
    }
    JsonNode value = body.at(((ResponseValue.Body) place).pointer());
    return value.isValueNode() && !value.isNull() ? Optional.of(value) : Optional.empty();
  }

  private static JsonNode body(Delivery delivery) {
    try {
      return Json.parse(new String(delivery.body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new ApiException(ErrorCode.PARSING_ERROR, "the delivery is not JSON", e);
    }
  }
}
