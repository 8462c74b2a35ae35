package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.runtime.adapter.WebhookEvents;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.ResponseValue;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.WebhookScheme;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.Webhooks;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Judges deliveries as a definition says; keeps what it has seen, so there is one a connector. */
final class WebhookJudge {

  /** An event that says nowhere what it is: a whole body is no name. */
  private static final ResponseValue NOWHERE = ResponseValue.body("");

  private final Webhooks declared;
  private final WebhookEvents events;
  private final dev.connector.runtime.signature.Webhooks verifier;

  /**
   * A judge for the deliveries that are declared.
   *
   * @param variable the environment variable of a setting
   */
  WebhookJudge(Webhooks declared, Values settings, UnaryOperator<String> variable) {
    this.declared = declared;
    this.events = events(declared);
    Optional<Template> key = key();
    key.filter(it -> settings.texts(it).isEmpty())
        .ifPresent(
            it -> {
              throw missing(it, settings, variable);
            });
    this.verifier =
        dev.connector.runtime.signature.Webhooks.of(
            identified(scheme()), key.stream().map(settings::text).toArray(String[]::new));
  }

  DeliveryResult judge(Delivery delivery) {
    return events.judge(verifier, delivery);
  }

  private Optional<Template> key() {
    if (declared.verification() instanceof Webhooks.Signature signature) {
      return Optional.of(signature.key());
    }
    return declared.verification() instanceof Webhooks.SharedSecret secret
        ? Optional.of(secret.value())
        : Optional.empty();
  }

  private static ApiException missing(
      Template key, Values settings, UnaryOperator<String> variable) {
    String names =
        key.placeholders().stream()
            .filter(name -> settings.known().get(name) == null)
            .map(variable)
            .collect(Collectors.joining(", "));
    return new ApiException(ErrorCode.INVALID_CONFIG, names + " is missing");
  }

  private WebhookScheme scheme() {
    if (declared.verification() instanceof Webhooks.SharedSecret secret) {
      return WebhookScheme.sharedSecret(secret.header());
    }
    if (!(declared.verification() instanceof Webhooks.Signature signature)) {
      return WebhookScheme.unsigned();
    }
    WebhookScheme scheme =
        WebhookScheme.of(
                AuthenticationTranslation.hmac(signature.signing()),
                signature.signed().text(),
                signature.place().header())
            .prefix(signature.place().prefix())
            .decoding(signature.decoded());
    if (signature.place().field().isPresent()) {
      scheme = scheme.field(signature.place().field().get());
    }
    if (signature.timestamp().isEmpty()) {
      return scheme;
    }
    Webhooks.Timestamp time = signature.timestamp().get();
    if (!(time.source() instanceof Source.Header header)) {
      throw Unsupported.feature("webhook time stamps in the body");
    }
    return scheme.timestamp(
        new WebhookScheme.HeaderPart(header.name(), "", time.field()), time.tolerance());
  }

  private WebhookScheme identified(WebhookScheme scheme) {
    if (declared.deliveryId().isEmpty()) {
      return scheme;
    }
    return declared.deliveryId().get() instanceof Source.Header header
        ? scheme.idInHeader(header.name())
        : scheme.idInBody(((Source.Body) declared.deliveryId().get()).pointer().toString());
  }

  private static WebhookEvents events(Webhooks declared) {
    WebhookEvents events =
        WebhookEvents.of(
            declared.items().toString(),
            declared.event().map(RecordsTranslation::value).orElse(NOWHERE));
    if (declared.deliveryId().isPresent()) {
      events = events.deliveryId(RecordsTranslation.value(declared.deliveryId().get()));
    }
    for (var event : declared.events().entrySet()) {
      Webhooks.Event told = event.getValue();
      events =
          events.event(
              event.getKey(),
              DeliveryResult.Kind.valueOf(told.change().name()),
              told.resource(),
              told.key().stream().map(JsonPointer::toString).toArray(String[]::new));
    }
    return events;
  }
}
