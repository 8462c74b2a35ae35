package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.runtime.signature.Delivery;
import dev.connector.runtime.signature.Hmac;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Signing;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.Webhooks;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Sends webhooks as a definition says the API does.
 *
 * @param secrets values of settings by name, the key's among them
 */
record Sender(Webhooks declared, Webhooks.Signature signature, Map<String, String> secrets) {

  private static final String URL = "https://hooks.example.com/receive?from=api";

  /** Empty where webhooks are not signed with a secret that both sides know. */
  static Optional<Sender> of(Definition definition) {
    return definition
        .webhooks()
        .filter(it -> it.verification() instanceof Webhooks.Signature)
        .map(it -> new Sender(it, (Webhooks.Signature) it.verification(), keys(definition, it)))
        .filter(it -> it.hmac().isPresent());
  }

  /** A value for each setting that the signature is made with. */
  private static Map<String, String> keys(Definition definition, Webhooks declared) {
    Map<String, String> keys = new LinkedHashMap<>();
    Webhooks.Signature signature = (Webhooks.Signature) declared.verification();
    signature.key().placeholders().forEach(it -> keys.put(it, "hook-" + it + "-0123456789"));
    signature.signed().placeholders().stream()
        .filter(definition.settings()::containsKey)
        .forEach(it -> keys.putIfAbsent(it, "hook-" + it));
    return keys;
  }

  /** What a delivery is made of before it is signed. */
  record Content(String event, String id, Instant sent, String body) {}

  /** News of a record with this key. */
  Content news(String event, String id, Instant sent, String key) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    if (declared.event().orElse(null) instanceof Source.Body place) {
      set(item, place.pointer(), event);
    }
    Optional.ofNullable(declared.events().get(event))
        .ifPresent(it -> it.key().forEach(at -> set(item, at, key)));
    item.put("note", "für alle");
    ObjectNode root = declared.items().matches() ? item : JsonNodeFactory.instance.objectNode();
    if (!declared.items().matches()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode().add(item);
      ObjectNode above = root;
      JsonPointer rest = declared.items();
      for (; !rest.tail().matches(); rest = rest.tail()) {
        above = above.withObject("/" + rest.getMatchingProperty());
      }
      above.set(rest.getMatchingProperty(), items);
    }
    if (declared.deliveryId().orElse(null) instanceof Source.Body place) {
      set(root, place.pointer(), id);
    }
    if (timestamp().map(Webhooks.Timestamp::source).orElse(null) instanceof Source.Body place) {
      set(root, place.pointer(), time(sent));
    }
    // Spaces and order that no parser would write again.
    return new Content(event, id, sent, root.toString().replace(":", " :  ") + "\n");
  }

  /** The delivery, signed with the secret. */
  Delivery signed(Content content) {
    return delivered(content, signature(content, secret()));
  }

  /** The delivery with this signature, or with none. */
  Delivery delivered(Content content, String signature) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Content-Type", List.of("application/json"));
    if (declared.event().orElse(null) instanceof Source.Header header) {
      headers.put(header.name(), List.of(content.event()));
    }
    if (declared.deliveryId().orElse(null) instanceof Source.Header header) {
      headers.put(header.name(), List.of(content.id()));
    }
    if (timestamp().map(Webhooks.Timestamp::source).orElse(null) instanceof Source.Header header) {
      headers.put(header.name(), List.of(time(content.sent())));
    }
    headers.remove(signature().header());
    if (!signature.isEmpty()) {
      headers.put(signature().header(), List.of(signature().prefix() + signature));
    }
    return new Delivery("POST", URL, headers, content.body().getBytes(StandardCharsets.UTF_8));
  }

  String signature(Content content, String secret) {
    return hmac().orElseThrow().sign(secret, content(content));
  }

  String secret() {
    String text = signature.key().text();
    for (var key : secrets.entrySet()) {
      text = text.replace("{" + key.getKey() + "}", key.getValue());
    }
    return text;
  }

  Optional<Webhooks.Timestamp> timestamp() {
    return signature.timestamp();
  }

  /** Whether a copy of a delivery can be told from another one. */
  boolean identified() {
    return declared.deliveryId().isPresent();
  }

  /** The event of the definition that tells most. */
  Optional<Map.Entry<String, Webhooks.Event>> event() {
    return declared.events().entrySet().stream().findFirst();
  }

  private byte[] content(Content content) {
    HttpUrl url = HttpUrl.get(URL);
    Map<String, String> values = new LinkedHashMap<>(secrets);
    values.put("method", "POST");
    values.put("url", URL);
    values.put("host", url.host());
    values.put("path", url.encodedPath());
    values.put("query", url.encodedQuery());
    values.put("timestamp", timestamp().isPresent() ? time(content.sent()) : "");
    values.put("deliveryId", content.id());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String text = signature.signed().text();
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('}', at);
      if (text.charAt(at) == '{' && end > at) {
        String name = text.substring(at + 1, end);
        String value = name.equals("body") ? content.body() : values.getOrDefault(name, "");
        bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        at = end + 1;
      } else {
        bytes.write(text.charAt(at++));
      }
    }
    return bytes.toByteArray();
  }

  private String time(Instant sent) {
    switch (timestamp().orElseThrow().format()) {
      case EPOCH_SECONDS:
        return TimeFormat.EPOCH_SECONDS.write(sent).asText();
      case EPOCH_MILLIS:
        return TimeFormat.EPOCH_MILLIS.write(sent).asText();
      default:
        return TimeFormat.ISO8601.write(sent).asText();
    }
  }

  private Optional<Hmac> hmac() {
    if (signature.signing().encoding() == Signing.Encoding.BASE64URL) {
      return Optional.empty();
    }
    Hmac.Encoding encoding =
        signature.signing().encoding() == Signing.Encoding.HEX
            ? Hmac.Encoding.HEX
            : Hmac.Encoding.BASE64;
    switch (signature.signing().algorithm()) {
      case HMAC_SHA1:
        return Optional.of(new Hmac(Hmac.Algorithm.SHA1, encoding));
      case HMAC_SHA256:
        return Optional.of(new Hmac(Hmac.Algorithm.SHA256, encoding));
      case HMAC_SHA512:
        return Optional.of(new Hmac(Hmac.Algorithm.SHA512, encoding));
      default:
        return Optional.empty();
    }
  }

  private static void set(ObjectNode root, JsonPointer at, String value) {
    ObjectNode above = root;
    JsonPointer rest = at;
    for (; !rest.tail().matches(); rest = rest.tail()) {
      above = above.withObject("/" + rest.getMatchingProperty());
    }
    above.put(rest.getMatchingProperty(), value);
  }
}
