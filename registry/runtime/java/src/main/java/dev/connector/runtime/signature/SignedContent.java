package dev.connector.runtime.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
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
  private static final Pattern CODE = Pattern.compile("%[0-7][0-9A-Fa-f]");

  /** Those whose characters may be percent-encoded. */
  private static final Set<String> ENCODED = Set.of("url", "path", "query");

  private final List<Part> parts;
  private final String decoded;

  private SignedContent(List<Part> parts, String decoded) {
    this.parts = List.copyOf(parts);
    this.decoded = decoded;
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
    return new SignedContent(parts, "");
  }

  /** These characters of the URL are covered as themselves, even where it has them encoded. */
  public SignedContent decoding(String characters) {
    return new SignedContent(parts, characters);
  }

  /** The content with each placeholder replaced; one without a value is left out. */
  public byte[] fill(Map<String, byte[]> values) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (Part part : parts) {
      content.writeBytes(
          part.placeholder() ? value(part.text(), values) : part.text().getBytes(UTF_8));
    }
    return content.toByteArray();
  }

  private byte[] value(String name, Map<String, byte[]> values) {
    byte[] value = values.getOrDefault(name, new byte[0]);
    if (decoded.isEmpty() || !ENCODED.contains(name)) {
      return value;
    }
    return CODE.matcher(new String(value, UTF_8))
        .replaceAll(code -> Matcher.quoteReplacement(character(code.group())))
        .getBytes(UTF_8);
  }

  private String character(String code) {
    char character = (char) Integer.parseInt(code.substring(1), 16);
    return decoded.indexOf(character) < 0 ? code : String.valueOf(character);
  }

  /** What a request line says, under the names of the placeholders. */
  public static Map<String, byte[]> values(String method, HttpUrl url) {
    String query = url.encodedQuery();
    return Map.of(
        "method", method.getBytes(UTF_8),
        "url", url.toString().getBytes(UTF_8),
        "host", url.host().getBytes(UTF_8),
        "path", url.encodedPath().getBytes(UTF_8),
        "query", (query == null ? "" : query).getBytes(UTF_8));
  }

  /** The same of a delivery; its URL counts as it was given, to the letter. */
  public static Map<String, byte[]> values(Delivery delivery) {
    HttpUrl url = HttpUrl.parse(delivery.url());
    Map<String, byte[]> values = new HashMap<>();
    if (url != null) {
      values.putAll(values(delivery.method(), url));
    }
    values.put("method", delivery.method().getBytes(UTF_8));
    values.put("url", delivery.url().getBytes(UTF_8));
    values.put("body", delivery.body());
    return values;
  }

  private record Part(String text, boolean placeholder) {}
}
