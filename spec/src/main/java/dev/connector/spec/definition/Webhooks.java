package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the API sends by itself.
 *
 * @param verification how a delivery proves where it comes from
 * @param deliveryId by which a repeated delivery is recognised
 * @param items where the events are in a delivery; the empty pointer is the whole body
 * @param event where an event says what it is
 * @param events by what they say they are
 */
public record Webhooks(
    Verification verification,
    Optional<Source> deliveryId,
    JsonPointer items,
    Optional<Source> event,
    Map<String, Event> events) {

  public Webhooks {
    Objects.requireNonNull(verification);
    Objects.requireNonNull(deliveryId);
    Objects.requireNonNull(items);
    Objects.requireNonNull(event);
    events = Ordered.copy(events);
  }

  /** How a delivery proves where it comes from. */
  public sealed interface Verification {}

  /**
   * A keyed hash or public-key signature over the delivery.
   *
   * @param key the secret, or the public key
   * @param header with the signature
   * @param prefix of the header's value, such as {@code sha256=}
   * @param signed what is signed: {@code {method} {url} {path} {body} {timestamp} {deliveryId}} and
   *     settings
   * @param decoded characters of the URL that are signed as themselves, even where it has them
   *     percent-encoded
   * @param timestamp bounds how old a delivery may be
   */
  public record Signature(
      Signing signing,
      Template key,
      String header,
      String prefix,
      Template signed,
      String decoded,
      Optional<Timestamp> timestamp)
      implements Verification {
    public Signature {
      Objects.requireNonNull(signing);
      Objects.requireNonNull(key);
      Objects.requireNonNull(header);
      Objects.requireNonNull(prefix);
      Objects.requireNonNull(signed);
      InvalidDefinitionException.unless(
          decoded.chars().allMatch(it -> it > ' ' && it < 127 && !Character.isLetterOrDigit(it)),
          "the characters to decode are not punctuation alone",
          "name those that the API signs as themselves, such as :/?");
      Objects.requireNonNull(timestamp);
      InvalidDefinitionException.unless(
          timestamp.isPresent() == signed.placeholders().contains("timestamp"),
          "\"timestamp\" and the {timestamp} that is signed do not go together",
          "sign {timestamp} and say where it is, or neither");
    }
  }

  /** The secret itself, in a header. */
  public record SharedSecret(Template value, String header) implements Verification {
    public SharedSecret {
      Objects.requireNonNull(value);
      Objects.requireNonNull(header);
    }
  }

  /** None: deliveries are only a reason to read. */
  public record Unsigned() implements Verification {}

  /** When a delivery was made, and how long it is good for. */
  public record Timestamp(Source source, TimeFormat format, Duration tolerance) {
    public Timestamp {
      Objects.requireNonNull(source);
      Objects.requireNonNull(format);
      Objects.requireNonNull(tolerance);
    }
  }

  /**
   * What an event tells about a resource.
   *
   * @param record where the whole record is; where absent, it is read by its key
   * @param key where the parts of the primary key are
   */
  public record Event(
      String resource, Change change, Optional<JsonPointer> record, List<JsonPointer> key) {
    public Event {
      Objects.requireNonNull(resource);
      Objects.requireNonNull(change);
      Objects.requireNonNull(record);
      key = List.copyOf(key);
    }
  }

  /** What happened to a record. */
  public enum Change {
    /** It is new. */
    CREATED,
    /** It has changed. */
    UPDATED,
    /** It is gone. */
    DELETED
  }
}
