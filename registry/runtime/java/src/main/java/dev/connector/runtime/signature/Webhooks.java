package dev.connector.runtime.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.TimeFormat;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether a webhook request comes from the API, is recent, and is new. Safe for use by many
 * threads; keep one for the life of the program, because it remembers what it has seen.
 */
public final class Webhooks {

  /** What is made of a delivery; anything but {@link #ACCEPTED} must not be acted upon. */
  public enum Verdict {
    ACCEPTED,
    /** There is no signature. */
    UNSIGNED,
    /** There is no time stamp where there must be one. */
    UNDATED,
    /** The signature is not the one of this content under this secret. */
    WRONG_SIGNATURE,
    /** The time stamp is too far from now. */
    OUT_OF_TIME,
    /** The same delivery came before. */
    REPEATED,
    /** It has no id to tell whether it came before. */
    UNIDENTIFIED;

    public boolean accepted() {
      return this == ACCEPTED;
    }
  }

  private final WebhookScheme scheme;
  private final List<String> secrets;
  private final Clock clock;
  private final SeenDeliveries seen;

  public Webhooks(WebhookScheme scheme, List<String> secrets, Clock clock) {
    this.scheme = scheme;
    this.secrets = List.copyOf(secrets);
    this.clock = clock;
    this.seen = new SeenDeliveries(scheme.replays().capacity(), scheme.replays().memory(), clock);
    boolean proven = scheme.signature().isPresent();
    if (proven && (secrets.isEmpty() || secrets.stream().anyMatch(String::isEmpty))) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, "webhooks need a secret");
    }
  }

  /** A verifier with one secret, or with several while one takes the place of another. */
  public static Webhooks of(WebhookScheme scheme, String... secrets) {
    return new Webhooks(scheme, List.of(secrets), Clock.systemUTC());
  }

  /** Checks a delivery and remembers it if it is accepted. */
  public Verdict verify(Delivery delivery) {
    List<String> signatures = scheme.signature().map(it -> it.of(delivery)).orElseGet(List::of);
    Optional<String> timestamp = timestamp(delivery);
    if (scheme.signature().isPresent() && signatures.isEmpty()) {
      return Verdict.UNSIGNED;
    }
    if (scheme.timestamp().isPresent() && timestamp.isEmpty()) {
      return Verdict.UNDATED;
    }
    if (scheme.signature().isPresent() && !signed(content(delivery), signatures)) {
      return Verdict.WRONG_SIGNATURE;
    }
    if (timestamp.isPresent() && !recent(timestamp.get())) {
      return Verdict.OUT_OF_TIME;
    }
    return scheme.replays().id().isEmpty() ? Verdict.ACCEPTED : unseen(delivery);
  }

  /** Accepts a delivery once more: for one that was accepted and then could not be dealt with. */
  public void forget(Delivery delivery) {
    id(delivery).ifPresent(seen::remove);
  }

  private Verdict unseen(Delivery delivery) {
    return id(delivery)
        .map(id -> seen.add(id) ? Verdict.ACCEPTED : Verdict.REPEATED)
        .orElse(Verdict.UNIDENTIFIED);
  }

  private Optional<String> timestamp(Delivery delivery) {
    return scheme.timestamp().flatMap(it -> it.of(delivery).stream().findFirst());
  }

  private byte[] content(Delivery delivery) {
    Map<String, byte[]> values = new HashMap<>(SignedContent.values(delivery));
    values.put("timestamp", timestamp(delivery).orElse("").getBytes(UTF_8));
    return scheme.signed().fill(values);
  }

  private boolean signed(byte[] content, List<String> signatures) {
    boolean signed = false;
    for (String secret : secrets) {
      byte[] expected =
          scheme.hmac().map(it -> it.sign(secret, content)).orElse(secret).getBytes(UTF_8);
      for (String signature : signatures) {
        byte[] given =
            scheme.hmac().map(it -> it.canonical(signature)).orElse(signature.getBytes(UTF_8));
        // Constant time, and no early end: neither tells how near a forgery came.
        signed |= MessageDigest.isEqual(expected, given);
      }
    }
    return signed;
  }

  private boolean recent(String timestamp) {
    try {
      Instant sent = TimeFormat.read(TextNode.valueOf(timestamp));
      Duration age = Duration.between(sent, clock.instant()).abs();
      return age.compareTo(scheme.tolerance()) <= 0;
    } catch (DateTimeException | ArithmeticException unreadable) {
      return false;
    }
  }

  private Optional<String> id(Delivery delivery) {
    return scheme
        .replays()
        .id()
        .flatMap(place -> place.of(delivery))
        .map(id -> bySignature() ? ownSignature(delivery) : id);
  }

  private boolean bySignature() {
    return scheme.hmac().isPresent()
        && scheme.replays().id().orElseThrow() instanceof WebhookScheme.DeliveryId.Header header
        && scheme.signature().filter(it -> header.name().equalsIgnoreCase(it.name())).isPresent();
  }

  /** One signature can be written in several ways, so a copy may look like another delivery. */
  private String ownSignature(Delivery delivery) {
    return scheme.hmac().orElseThrow().sign(secrets.get(0), content(delivery));
  }
}
