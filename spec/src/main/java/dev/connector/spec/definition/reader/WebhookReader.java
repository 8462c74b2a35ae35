package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.definition.Signing;
import dev.connector.spec.definition.Signing.Algorithm;
import dev.connector.spec.definition.Signing.Encoding;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TimeFormat;
import dev.connector.spec.definition.Webhooks;
import dev.connector.spec.definition.Webhooks.Change;
import dev.connector.spec.definition.Webhooks.Event;
import dev.connector.spec.definition.Webhooks.Place;
import dev.connector.spec.definition.Webhooks.Timestamp;
import dev.connector.spec.definition.Webhooks.Verification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code webhooks}. */
final class WebhookReader {

  private final Context context;
  private final Scope scope;
  private final Map<String, Function<Fields, Verification>> types = new LinkedHashMap<>();

  WebhookReader(Context context) {
    this.context = context;
    this.scope = context.credentials();
    types.put("signature", this::signature);
    types.put("sharedSecret", this::sharedSecret);
    types.put("unsigned", fields -> fields.build(Webhooks.Unsigned::new));
  }

  Webhooks webhooks(Fields fields) {
    Verification verification =
        fields.required("verification", v -> v.object(f -> f.byType(types)));
    Optional<Source> deliveryId = fields.optional("deliveryId", PlaceReader::source);
    JsonPointer items = fields.or(JsonPointer.empty(), "items", Formats::pointer);
    Optional<Source> event = fields.optional("event", PlaceReader::source);
    Map<String, Event> events = fields.map("events", v -> v.object(this::event));
    return fields.build(() -> new Webhooks(verification, deliveryId, items, event, events));
  }

  private Verification signature(Fields fields) {
    Scope delivery = scope.with("method", "url", "path", "body", "timestamp", "deliveryId");
    Algorithm algorithm = fields.required("algorithm", v -> v.word(Algorithm.class));
    Encoding encoding = fields.or(Encoding.HEX, "encoding", v -> v.word(Encoding.class));
    Template key = fields.required("key", scope::certainTemplate);
    Place place = place(fields);
    Template signed = fields.or(new Template("{body}"), "signed", delivery::certainTemplate);
    String decoded = fields.or("", "decoded", Value::text);
    Optional<Timestamp> timestamp =
        fields.optional("timestamp", v -> v.object(WebhookReader::timestamp));
    return fields.build(
        () ->
            new Webhooks.Signature(
                new Signing(algorithm, encoding), key, place, signed, decoded, timestamp));
  }

  private static Place place(Fields fields) {
    String header = fields.required("header", v -> Formats.header(v.text()));
    Optional<String> field = fields.optional("field", Formats::headerField);
    String prefix = fields.or("", "prefix", Value::text);
    return fields.part(() -> new Place(header, field, prefix));
  }

  private Verification sharedSecret(Fields fields) {
    Template value = fields.required("value", context::secret);
    String header = fields.required("header", v -> Formats.header(v.text()));
    return fields.build(() -> new Webhooks.SharedSecret(value, header));
  }

  private static Timestamp timestamp(Fields fields) {
    At at = fields.required("at", WebhookReader::at);
    TimeFormat format = fields.required("as", v -> v.word(TimeFormat.class));
    Duration tolerance = fields.or(Duration.ofMinutes(5), "tolerance", Formats::duration);
    return fields.build(() -> new Timestamp(at.source(), at.field(), format, tolerance));
  }

  private static At at(Value value) {
    return value.node().isTextual()
        ? new At(PlaceReader.source(value), Optional.empty())
        : value.object(WebhookReader::at);
  }

  private static At at(Fields fields) {
    String header = fields.required("header", v -> Formats.header(v.text()));
    Optional<String> field = fields.optional("field", Formats::headerField);
    return fields.build(() -> new At(new Source.Header(header), field));
  }

  private Event event(Fields fields) {
    String resource =
        fields.required("resource", v -> Value.Choice.of(v.text(), context.resourceNames()));
    Change change = fields.required("change", v -> v.word(Change.class));
    Optional<JsonPointer> record = fields.optional("record", Formats::pointer);
    List<JsonPointer> key = fields.list("key", Formats::pointer);
    return fields.build(() -> new Event(resource, change, record, key));
  }

  /** Where a time stamp is: a place, or one of a header's fields. */
  private record At(Source source, Optional<String> field) {}
}
