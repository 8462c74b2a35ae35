package dev.connector.spec.conformance.mock;

import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.TimeFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** Lets signed requests in: the right signature, a time that is near, and no nonce twice. */
final class SignedRequests {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Filled settings;
  private final Set<String> nonces = new HashSet<>();

  SignedRequests(Filled settings) {
    this.settings = settings;
  }

  synchronized boolean admits(AuthenticationScheme.Signature scheme, Incoming request) {
    Map<String, String> values = new HashMap<>(settings.values());
    for (var extra : scheme.extras().entrySet()) {
      String name = extra.getValue().text();
      Optional<String> sent = request.at(new Placement.Header(extra.getKey()));
      if (sent.isEmpty()) {
        return false;
      }
      if (name.equals("{timestamp}")) {
        values.put("timestamp", sent.get());
      } else if (name.equals("{nonce}")) {
        values.put("nonce", sent.get());
      } else if (!settings.text(extra.getValue()).equals(sent.get())) {
        return false;
      }
    }
    HttpUrl url = unsigned(scheme.placement(), request.seen().url());
    values.put("method", request.seen().method());
    values.put("url", url.toString());
    values.put("host", url.host());
    values.put("path", url.encodedPath());
    values.put("query", Optional.ofNullable(url.encodedQuery()).orElse(""));
    values.put("body", request.seen().body());
    String key = settings.text(scheme.key());
    String signature = new Signer(scheme.signing()).sign(key, scheme.signed().text(), values);
    String expected = scheme.value().text().replace("{signature}", signature);
    return request.at(scheme.placement()).equals(Optional.of(expected))
        && isRecent(scheme.timestampFormat(), values.get("timestamp"))
        && (!values.containsKey("nonce") || nonces.add(values.get("nonce")));
  }

  /** A signature in the query cannot have signed itself. */
  private static HttpUrl unsigned(Placement placement, HttpUrl url) {
    return placement instanceof Placement.Query query
        ? url.newBuilder().removeAllQueryParameters(query.name()).build()
        : url;
  }

  private static boolean isRecent(TimeFormat format, String timestamp) {
    if (timestamp == null) {
      return true;
    }
    try {
      Instant time =
          format == TimeFormat.EPOCH_SECONDS
              ? Instant.ofEpochSecond(Long.parseLong(timestamp))
              : format == TimeFormat.EPOCH_MILLIS
                  ? Instant.ofEpochMilli(Long.parseLong(timestamp))
                  : Instant.parse(timestamp);
      return Duration.between(time, Instant.now()).abs().compareTo(TOLERANCE) <= 0;
    } catch (DateTimeException | NumberFormatException malformed) {
      return false;
    }
  }
}
