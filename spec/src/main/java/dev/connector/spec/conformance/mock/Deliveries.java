package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.signature.Delivery;
import dev.connector.spec.conformance.mock.data.Dataset;
import dev.connector.spec.conformance.mock.exchange.Pointers;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TimeFormat;
import dev.connector.spec.definition.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Makes the webhook deliveries that an API would send, and ones that nobody should believe. */
public final class Deliveries {

  /** Where deliveries are sent to, as the API knows it. */
  public static final String URL = "https://hooks.example.com/incoming?of=mock";

  private static final JsonPointer BODY = JsonPointer.empty();

  private final Webhooks declared;
  private final Optional<Webhooks.Signature> signature;
  private final Template key;
  private final Webhooks.Place place;
  private final Filled settings;
  private final Dataset dataset;
  private final AtomicInteger sent = new AtomicInteger();

  Deliveries(Webhooks declared, Filled settings, Dataset dataset) {
    if (declared.verification() instanceof Webhooks.Signature signed
        && Signer.canMake(signed.signing())) {
      this.signature = Optional.of(signed);
      this.key = signed.key();
      this.place = signed.place();
    } else if (declared.verification() instanceof Webhooks.SharedSecret secret) {
      this.signature = Optional.empty();
      this.key = secret.value();
      this.place = Webhooks.Place.whole(secret.header());
    } else {
      throw new IllegalArgumentException("only deliveries that a secret proves can be made");
    }
    this.declared = declared;
    this.settings = settings;
    this.dataset = dataset;
  }

  /** A delivery as it should be, about the first record; each one is another. */
  public Delivery right(String event) {
    return delivery(event, Sent.at(Instant.now()), List.of(settings.text(key)));
  }

  /** A delivery that was signed with another key. */
  public Delivery forged(String event) {
    return delivery(event, Sent.at(Instant.now()), List.of(another()));
  }

  /** A delivery that was signed with another key and with the right one, as keys are changed. */
  public Delivery signedTwice(String event) {
    return delivery(event, Sent.at(Instant.now()), List.of(another(), settings.text(key)));
  }

  /** A delivery that was signed rightly, so long ago; in the future where that is negative. */
  public Delivery old(String event, Duration age) {
    return delivery(event, Sent.at(Instant.now().minus(age)), List.of(settings.text(key)));
  }

  /** A delivery that tells another time than the one it was signed with. */
  public Delivery redated(String event) {
    Instant now = Instant.now();
    Sent sent = new Sent(now.minus(Duration.ofSeconds(30)), now);
    return delivery(event, sent, List.of(settings.text(key)));
  }

  /** A delivery whose body was changed after it was signed; it still is JSON. */
  public Delivery altered(String event) {
    Delivery right = right(event);
    String body = new String(right.body(), StandardCharsets.UTF_8);
    byte[] other = (body + " ").getBytes(StandardCharsets.UTF_8);
    return new Delivery(right.method(), right.url(), right.headers(), other);
  }

  /** A delivery without a signature. */
  public Delivery unsigned(String event) {
    return delivery(event, Sent.at(Instant.now()), List.of());
  }

  /** The header that has the proof, at its end. */
  public String header() {
    return place.header();
  }

  private String another() {
    return "another-" + settings.text(key);
  }

  private Delivery delivery(String event, Sent time, List<String> secrets) {
    int number = sent.incrementAndGet();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", List.of("application/json"));
    ObjectNode item = item(event);
    item.put("delivery", number);
    declared.event().ifPresent(it -> tell(it, event, item, headers));
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    JsonNode items = JsonNodeFactory.instance.arrayNode().add(item);
    JsonNode body = declared.items().equals(BODY) ? single(item, items) : root;
    if (body == root) {
      Pointers.set(root, declared.items(), items);
    }
    Optional<Source> id =
        declared.deliveryId().filter(it -> !new Source.Header(place.header()).equals(it));
    id.ifPresent(it -> tell(it, "mock-delivery-" + number, body, headers));
    Optional<Webhooks.Timestamp> stamp = signature.flatMap(Webhooks.Signature::timestamp);
    stamp.ifPresent(it -> tell(it, written(it.format(), time.told()), body, headers));
    Map<String, String> values = new LinkedHashMap<>(settings.values());
    HttpUrl url = HttpUrl.get(URL);
    String decoded = signature.map(Webhooks.Signature::decoded).orElse("");
    String shown = decoded.isEmpty() ? "" : "&to=" + decoded;
    values.put("method", "POST");
    values.put("url", URL + shown);
    values.put("host", url.host());
    values.put("path", url.encodedPath());
    values.put("query", url.encodedQuery() + shown);
    values.put("body", body.toString());
    values.put("timestamp", stamp.map(it -> written(it.format(), time.signed())).orElse(""));
    values.put("deliveryId", "mock-delivery-" + number);
    for (String secret : secrets) {
      String proof =
          signature
              .map(it -> new Signer(it.signing()).sign(secret, it.signed().text(), values))
              .orElse(secret);
      put(headers, place.header(), place.field(), place.prefix() + proof);
    }
    String sent = decoded.isEmpty() ? URL : URL + "&to=" + encoded(decoded);
    return new Delivery("POST", sent, headers, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String punctuation) {
    return punctuation.chars().mapToObj("%%%02X"::formatted).collect(Collectors.joining());
  }

  /** Where the delivery's id or time is in the body, the body is the event itself. */
  private JsonNode single(ObjectNode item, JsonNode items) {
    boolean inBody =
        declared.deliveryId().filter(Source.Body.class::isInstance).isPresent()
            || signature
                .flatMap(Webhooks.Signature::timestamp)
                .filter(it -> it.source() instanceof Source.Body)
                .isPresent();
    return inBody ? item : items;
  }

  private ObjectNode item(String name) {
    Webhooks.Event event = declared.events().get(name);
    if (event == null) {
      throw new IllegalArgumentException("the definition has no event " + name);
    }
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    JsonNode record = dataset.records(event.resource()).get(0);
    event.record().filter(it -> !it.equals(BODY)).ifPresent(it -> Pointers.set(item, it, record));
    event.record().filter(BODY::equals).ifPresent(it -> item.setAll((ObjectNode) record));
    List<JsonPointer> key = dataset.resource(event.resource()).record().primaryKey();
    for (int i = 0; i < event.key().size(); i++) {
      Pointers.set(item, event.key().get(i), record.at(key.get(i)));
    }
    return item;
  }

  private static void tell(
      Webhooks.Timestamp stamp, String value, JsonNode body, Map<String, List<String>> headers) {
    if (stamp.source() instanceof Source.Header header) {
      put(headers, header.name(), stamp.field(), value);
    } else {
      tell(stamp.source(), value, body, headers);
    }
  }

  /** A header, or one more field of it. */
  private static void put(
      Map<String, List<String>> headers, String name, Optional<String> field, String value) {
    String pair = field.map(it -> it + "=" + value).orElse(value);
    headers.merge(
        name,
        List.of(pair),
        (before, more) -> field.isEmpty() ? more : List.of(before.get(0) + "," + pair));
  }

  private static void tell(
      Source place, String value, JsonNode body, Map<String, List<String>> headers) {
    if (place instanceof Source.Header header) {
      headers.put(header.name(), List.of(value));
    } else {
      Pointers.set((ObjectNode) body, ((Source.Body) place).pointer(), TextNode.valueOf(value));
    }
  }

  private static String written(TimeFormat format, Instant time) {
    switch (format) {
      case EPOCH_SECONDS:
        return String.valueOf(time.getEpochSecond());
      case EPOCH_MILLIS:
        return String.valueOf(time.toEpochMilli());
      default:
        return time.toString();
    }
  }

  /**
   * When a delivery was sent.
   *
   * @param told what it says
   * @param signed what its signature says
   */
  private record Sent(Instant told, Instant signed) {
    static Sent at(Instant time) {
      return new Sent(time, time);
    }
  }
}
