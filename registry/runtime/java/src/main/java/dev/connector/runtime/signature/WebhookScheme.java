package dev.connector.runtime.signature;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How an API proves that its webhooks are its own: immutable, so each method returns a changed
 * copy.
 *
 * @param hmac how the signature is computed and written; empty where the secret itself is sent
 * @param signed what it covers
 * @param signature where it is; empty where nothing proves anything
 * @param timestamp where the time of sending is, if it is sent
 * @param tolerance how far from now that time may be
 * @param replays how a repeated delivery is recognised
 */
public record WebhookScheme(
    Optional<Hmac> hmac,
    SignedContent signed,
    Optional<HeaderPart> signature,
    Optional<HeaderPart> timestamp,
    Duration tolerance,
    Replays replays) {

  public WebhookScheme {
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("the tolerance is not negative");
    }
    if (timestamp.isPresent() && replays.memory().compareTo(tolerance.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException("ids are remembered while a time stamp is accepted");
    }
  }

  /** A signature over a template, see {@link SignedContent}, that is the value of this header. */
  public static WebhookScheme of(Hmac hmac, String template, String header) {
    return of(Optional.of(hmac), template, Optional.of(HeaderPart.whole(header)));
  }

  /** The secret itself is the value of this header. */
  public static WebhookScheme sharedSecret(String header) {
    return of(Optional.empty(), "", Optional.of(HeaderPart.whole(header)));
  }

  /** Nothing proves where a delivery comes from: it is a reason to read, and no more. */
  public static WebhookScheme unsigned() {
    return of(Optional.empty(), "", Optional.empty());
  }

  private static WebhookScheme of(
      Optional<Hmac> hmac, String template, Optional<HeaderPart> signature) {
    return new WebhookScheme(
        hmac,
        SignedContent.of(template),
        signature,
        Optional.empty(),
        Duration.ofMinutes(5),
        Replays.NOT_RECOGNISED);
  }

  /** These characters of the URL are signed as themselves, even where it has them encoded. */
  public WebhookScheme decoding(String characters) {
    return new WebhookScheme(
        hmac, signed.decoding(characters), signature, timestamp, tolerance, replays);
  }

  /** The signature stands behind this text, such as {@code sha256=}. */
  public WebhookScheme prefix(String text) {
    return signature(it -> new HeaderPart(it.name(), text, it.field()));
  }

  /** The header has several fields, as {@code t=1,v1=abc} has; this one is the signature. */
  public WebhookScheme field(String name) {
    return signature(it -> new HeaderPart(it.name(), it.prefix(), Optional.of(name)));
  }

  /** The time of sending is the value of this header. */
  public WebhookScheme timestamp(String header, Duration allowed) {
    return timestamp(HeaderPart.whole(header), allowed);
  }

  public WebhookScheme timestamp(HeaderPart place, Duration allowed) {
    return new WebhookScheme(hmac, signed, signature, Optional.of(place), allowed, replays);
  }

  /** A delivery has an id in this header. */
  public WebhookScheme idInHeader(String name) {
    return replays(replays.by(new DeliveryId.Header(name)));
  }

  /** A delivery has an id at this place of its JSON body. */
  public WebhookScheme idInBody(String pointer) {
    return replays(replays.by(new DeliveryId.Body(JsonPointer.compile(pointer))));
  }

  public WebhookScheme replays(Replays changed) {
    return new WebhookScheme(hmac, signed, signature, timestamp, tolerance, changed);
  }

  private WebhookScheme signature(UnaryOperator<HeaderPart> change) {
    return new WebhookScheme(hmac, signed, signature.map(change), timestamp, tolerance, replays);
  }

  /**
   * A header, or a part of it.
   *
   * @param name the header
   * @param prefix what stands before the value
   * @param field which of several fields has the value; empty where it is the whole header
   */
  public record HeaderPart(String name, String prefix, Optional<String> field) {

    static HeaderPart whole(String name) {
      return new HeaderPart(name, "", Optional.empty());
    }

    /** All values there are: several only while an API changes its secret. */
    List<String> of(Delivery delivery) {
      Stream<String> values =
          delivery.header(name).stream()
              .flatMap(
                  header ->
                      field
                          .map(key -> Stream.of(header.split(",")).flatMap(it -> value(it, key)))
                          .orElseGet(() -> Stream.of(header)));
      return values
          .map(String::strip)
          .filter(value -> value.startsWith(prefix) && value.length() > prefix.length())
          .map(value -> value.substring(prefix.length()))
          .toList();
    }

    private static Stream<String> value(String pair, String key) {
      String stripped = pair.strip();
      return stripped.startsWith(key + "=")
          ? Stream.of(stripped.substring(key.length() + 1))
          : Stream.empty();
    }
  }

  /**
   * How a repeated delivery is recognised, within bounds.
   *
   * @param id where its id is; empty where deliveries have none
   * @param memory how long an id is remembered
   * @param capacity how many ids are remembered at most; the oldest are forgotten first
   */
  public record Replays(Optional<DeliveryId> id, Duration memory, int capacity) {
    static final Replays NOT_RECOGNISED =
        new Replays(Optional.empty(), Duration.ofDays(1), 100_000);

    public Replays {
      if (capacity < 1) {
        throw new IllegalArgumentException("at least one id is remembered");
      }
    }

    public Replays by(DeliveryId place) {
      return new Replays(Optional.of(place), memory, capacity);
    }
  }

  /** Where a delivery has its id. */
  public sealed interface DeliveryId {

    Optional<String> of(Delivery delivery);

    /** A header. */
    record Header(String name) implements DeliveryId {
      @Override
      public Optional<String> of(Delivery delivery) {
        return delivery.header(name).filter(id -> !id.isBlank());
      }
    }

    /** A place in the JSON body. */
    record Body(JsonPointer pointer) implements DeliveryId {
      @Override
      public Optional<String> of(Delivery delivery) {
        try {
          JsonNode body = Json.parse(new String(delivery.body(), StandardCharsets.UTF_8));
          JsonNode id = body.at(pointer);
          return id.isTextual() || id.isNumber() ? Optional.of(id.asText()) : Optional.empty();
        } catch (JsonProcessingException notJson) {
          return Optional.empty();
        }
      }
    }
  }
}
