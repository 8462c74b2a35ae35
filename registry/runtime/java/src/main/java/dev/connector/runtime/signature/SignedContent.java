package dev.connector.runtime.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The bytes a signature covers, declared as a template such as <code>{method}{url}{body}{timestamp}
 * </code>. Placeholders: {@code method url host path query body timestamp nonce}; anything else
 * stands for itself.
 */
public final class SignedContent {
  private static final Set<String> NAMES =
      Set.of("method", "url", "host", "path", "query", "body", "timestamp", "nonce");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  private final List<Part> parts;

  private SignedContent(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException where it names an unknown placeholder
   */
  public static SignedContent of(String template) {
    List<Part> parts = new ArrayList<>();
    Matcher placeholder = PLACEHOLDER.matcher(template);
    int end = 0;
    while (placeholder.find()) {
      String name = placeholder.group(1);
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "unknown placeholder {" + name + "} in " + template + "; known: " + NAMES);
      }
      parts.add(new Part(template.substring(end, placeholder.start()), false));
      parts.add(new Part(name, true));
      end = placeholder.end();
    }
    parts.add(new Part(template.substring(end), false));
    return new SignedContent(parts);
  }

  /** The content with each placeholder replaced; one without a value is left out. */
  public byte[] fill(Map<String, byte[]> values) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (Part part : parts) {
      content.writeBytes(
          part.placeholder()
              ? values.getOrDefault(part.text(), new byte[0])
              : part.text().getBytes(StandardCharsets.UTF_8));
    }
    return content.toByteArray();
  }

  /** What a request line says, under the names of the placeholders. */
  public static Map<String, byte[]> values(String method, HttpUrl url) {
    String query = url.encodedQuery();
    return Map.of(
        "method", method.getBytes(StandardCharsets.UTF_8),
        "url", url.toString().getBytes(StandardCharsets.UTF_8),
        "host", url.host().getBytes(StandardCharsets.UTF_8),
        "path", url.encodedPath().getBytes(StandardCharsets.UTF_8),
        "query", (query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
  }

  /** The same of a delivery; its URL counts as it was given, to the letter. */
  public static Map<String, byte[]> values(Delivery delivery) {
    HttpUrl url = HttpUrl.parse(delivery.url());
    Map<String, byte[]> values = new HashMap<>();
    if (url != null) {
      values.putAll(values(delivery.method(), url));
    }
    values.put("method", delivery.method().getBytes(StandardCharsets.UTF_8));
    values.put("url", delivery.url().getBytes(StandardCharsets.UTF_8));
    values.put("body", delivery.body());
    return values;
  }

  private record Part(String text, boolean placeholder) {}
}
