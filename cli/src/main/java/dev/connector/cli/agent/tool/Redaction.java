package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes known secrets out of text. Nothing here should ever meet one; this is the second lock.
 *
 * <p>Its string form tells how many it knows.
 */
public final class Redaction {

  private static final String IN_PLACE = "[redacted]";

  /** Shorter values stand in every text by chance. */
  private static final int SHORTEST = 6;

  private final List<String> secrets;

  public Redaction(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .flatMap(Redaction::forms)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** As it is, in a URL, in JSON, and in JSON that is quoted in JSON. */
  private static Stream<String> forms(String secret) {
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(secret));
    return Stream.of(
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
        quoted,
        new String(JsonStringEncoder.getInstance().quoteAsString(quoted)));
  }

  /** The text without them. */
  public String of(String text) {
    String redacted = text;
    for (String secret : secrets) {
      redacted = redacted.replace(secret, IN_PLACE);
    }
    return redacted;
  }

  /** The same in the texts, names and numbers of a document, whose form stays. */
  public JsonNode of(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(it -> object.set(of(it.getKey()), of(it.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
      node.forEach(it -> array.add(of(it)));
      return array;
    }
    String text = node.asText();
    String redacted = of(text);
    return redacted.equals(text) ? node : TextNode.valueOf(redacted);
  }

  @Override
  public String toString() {
    return "Redaction of " + secrets.size();
  }
}
