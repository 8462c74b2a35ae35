package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.WebhookScheme;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Judges deliveries as a definition says; keeps what it has seen, so there is one a connector. */
final class WebhookJudge {

  private final Webhooks declared;
  private final dev.connector.runtime.signature.Webhooks verifier;

  /**
   * A judge for the deliveries that are declared.
   *
   * @param variable the environment variable of a setting
   */
  WebhookJudge(Webhooks declared, Values settings, UnaryOperator<String> variable) {
    this.declared = declared;
    if (!(declared.verification() instanceof Webhooks.Signature signature)) {
      throw Unsupported.feature(
          "webhooks by " + declared.verification().getClass().getSimpleName());
    }
    if (settings.texts(signature.key()).isEmpty()) {
      String missing =
          signature.key().placeholders().stream()
              .filter(name -> settings.known().get(name) == null)
              .map(variable)
              .collect(Collectors.joining(", "));
      throw new ApiException(ErrorCode.INVALID_CONFIG, missing + " is missing");
    }
    this.verifier =
        dev.connector.runtime.signature.Webhooks.of(
            scheme(signature), settings.text(signature.key()));
  }

  private WebhookScheme scheme(Webhooks.Signature signature) {
    WebhookScheme scheme =
        WebhookScheme.of(
                AuthenticationTranslation.hmac(signature.signing()),
                signature.signed().text(),
                signature.header())
            .prefix(signature.prefix())
            .decoding(signature.decoded());
    if (signature.timestamp().isPresent()) {
      Webhooks.Timestamp time = signature.timestamp().get();
      if (!(time.source() instanceof Source.Header header)) {
        throw Unsupported.feature("webhook time stamps in the body");
      }
      scheme = scheme.timestamp(header.name(), time.tolerance());
    }
    if (declared.deliveryId().isEmpty()) {
      return scheme;
    }
    return declared.deliveryId().get() instanceof Source.Header header
        ? scheme.idInHeader(header.name())
        : scheme.idInBody(((Source.Body) declared.deliveryId().get()).pointer().toString());
  }

  DeliveryResult judge(Delivery delivery) {
    var verdict = verifier.verify(delivery);
    if (!verdict.accepted()) {
      return DeliveryResult.refused(verdict);
    }
    JsonNode body = body(delivery);
    JsonNode items = body.at(declared.items());
    List<DeliveryResult.Change> changes = new ArrayList<>();
    for (JsonNode item : items.isArray() ? items : List.of(items)) {
      change(delivery, item).ifPresent(changes::add);
    }
    return new DeliveryResult(
        verdict, declared.deliveryId().flatMap(it -> text(it, delivery, body)), changes);
  }

  /**
   * Empty for an event the definition does not know, or of no record, which is no reason to refuse
   * it.
   */
  private Optional<DeliveryResult.Change> change(Delivery delivery, JsonNode item) {
    return declared
        .event()
        .flatMap(source -> text(source, delivery, item))
        .map(declared.events()::get)
        .map(
            event ->
                new DeliveryResult.Change(
                    DeliveryResult.Kind.valueOf(event.change().name()),
                    event.resource(),
                    keys(item, event.key())))
        .filter(change -> !change.key().isEmpty());
  }

  private static List<JsonNode> keys(JsonNode item, List<JsonPointer> pointers) {
    return pointers.stream().map(item::at).filter(it -> !it.isMissingNode()).toList();
  }

  private static Optional<String> text(Source source, Delivery delivery, JsonNode body) {
    return source instanceof Source.Header header
        ? delivery.header(header.name())
        : Optional.of(body.at(((Source.Body) source).pointer()))
            .filter(value -> value.isValueNode() && !value.isNull())
            .map(JsonNode::asText);
  }

  private static JsonNode body(Delivery delivery) {
    try {
      return Json.parse(new String(delivery.body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new ApiException(ErrorCode.PARSING_ERROR, "the delivery is not JSON");
    }
  }
}
