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
   * @param place where the signature is
   * @param signed what is signed: {@code {method} {url} {path} {body} {timestamp} {deliveryId}} and
   *     settings
   * @param decoded characters of the URL that are signed as themselves, even where it has them
   *     percent-encoded
   * @param timestamp bounds how old a delivery may be
   */
  public record Signature(
      Signing signing,
      Template key,
      Place place,
      Template signed,
      String decoded,
      Optional<Timestamp> timestamp)
      implements Verification {
    public Signature {
      Objects.requireNonNull(signing);
      Objects.requireNonNull(key);
      Objects.requireNonNull(place);
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
      InvalidDefinitionException.unless(
          timestamp.filter(it -> it.isAt(place)).isEmpty(),
          "the signature and the timestamp are at the same place",
          "say which \"field\" of the header each is");
    }
  }

  /**
   * Where a delivery has its signature.
   *
   * @param field of a header that has several, as {@code t=1,v1=abc} has; of those of this name any
   *     may be the signature. Empty where it is the whole header
   * @param prefix of the value, such as {@code sha256=}
   */
  public record Place(String header, Optional<String> field, String prefix) {
    public Place {
      Objects.requireNonNull(header);
      Objects.requireNonNull(field);
      Objects.requireNonNull(prefix);
    }

    /** A header that is the signature. */
    public static Place whole(String header) {
      return new Place(header, Optional.empty(), "");
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

  /**
   * When a delivery was made, and how long it is good for.
   *
   * @param field of a header that has several; empty where it is the whole one, or in the body
   */
  public record Timestamp(
      Source source, Optional<String> field, TimeFormat format, Duration tolerance) {
    public Timestamp {
      Objects.requireNonNull(source);
      Objects.requireNonNull(field);
      Objects.requireNonNull(format);
      Objects.requireNonNull(tolerance);
    }

    private boolean isAt(Place place) {
      return source instanceof Source.Header header
          && header.name().equalsIgnoreCase(place.header())
          && (field.isEmpty() || place.field().isEmpty() || field.equals(place.field()));
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
