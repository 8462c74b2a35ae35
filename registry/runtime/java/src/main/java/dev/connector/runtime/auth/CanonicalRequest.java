package dev.connector.runtime.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okio.Buffer;

/**
 * A request in the one form that AWS Signature Version 4 signs, so that what may be written in
 * several ways is signed in one.
 *
 * @param payload the hash of the body, in hexadecimal digits
 * @param pathEncodedOnce whether a path is signed as it is; all but storage encode it once more
 */
record CanonicalRequest(okhttp3.Request request, String payload, boolean pathEncodedOnce) {

  private static final Pattern BLANKS = Pattern.compile(" +");

  String hash() {
    return hash(text().getBytes(StandardCharsets.UTF_8));
  }

  String text() {
    StringBuilder headers = new StringBuilder();
    headers().forEach((name, value) -> headers.append(name).append(':').append(value).append('\n'));
    return String.join("\n", request.method(), path(), query(), headers, signedHeaders(), payload);
  }

  /** The names of the signed headers. */
  String signedHeaders() {
    return String.join(";", headers().keySet());
  }

  private String path() {
    StringJoiner path = new StringJoiner("/", "/", "");
    if (pathEncodedOnce) {
      request.url().pathSegments().forEach(it -> path.add(encoded(it)));
      return path.toString();
    }
    List<String> segments = new ArrayList<>(request.url().encodedPathSegments());
    boolean folder = segments.get(segments.size() - 1).isEmpty();
    segments.removeIf(String::isEmpty); // "//" means "/"
    segments.forEach(it -> path.add(encoded(it)));
    return path + (folder && !segments.isEmpty() ? "/" : "");
  }

  /** Sorted by name and then by value, as they are encoded. */
  private String query() {
    HttpUrl url = request.url();
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    for (int i = 0; i < url.querySize(); i++) {
      String value = Optional.ofNullable(url.queryParameterValue(i)).orElse("");
      parameters.add(Map.entry(encoded(url.queryParameterName(i)), encoded(value)));
    }
    parameters.sort(
        Comparator.comparing(Map.Entry<String, String>::getKey).thenComparing(Map.Entry::getValue));
    StringJoiner query = new StringJoiner("&");
    parameters.forEach(it -> query.add(it.getKey() + "=" + it.getValue()));
    return query.toString();
  }

  /**
   * Host, content type and all that is meant for the service alone: others may change under way.
   */
  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("host", Optional.ofNullable(request.header("Host")).orElseGet(this::host));
    contentType().ifPresent(it -> headers.put("content-type", trimmed(it)));
    for (String name : request.headers().names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("x-amz-")) {
        StringJoiner values = new StringJoiner(",");
        request.headers(name).forEach(it -> values.add(trimmed(it)));
        headers.put(lower, values.toString());
      }
    }
    return headers;
  }

  private String host() {
    HttpUrl url = request.url();
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return usual ? host : host + ":" + url.port();
  }

  /** As it is sent: a body's own takes the place of a header. */
  private Optional<String> contentType() {
    return Optional.ofNullable(request.body())
        .map(it -> it.contentType())
        .map(Object::toString)
        .or(() -> Optional.ofNullable(request.header("Content-Type")));
  }

  private static String trimmed(String value) {
    return BLANKS.matcher(value.strip()).replaceAll(" ");
  }

  /** All but letters, digits and {@code -_.~} as hexadecimal digits. */
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte it : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          it >= 'a' && it <= 'z'
              || it >= 'A' && it <= 'Z'
              || it >= '0' && it <= '9'
              || "-_.~".indexOf(it) >= 0;
      if (plain) {
        encoded.append((char) it);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(it));
      }
    }
    return encoded.toString();
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  static byte[] body(okhttp3.Request request) {
    Buffer bytes = new Buffer();
    try {
      if (request.body() != null) {
        request.body().writeTo(bytes);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("a body in memory can be read", impossible);
    }
    return bytes.readByteArray();
  }
}
