package dev.connector.runtime.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A webhook request as it arrived.
 *
 * @param method the HTTP method
 * @param url the whole URL the sender called, as the sender knows it (behind a proxy that is not
 *     the URL the server sees)
 * @param headers all header lines; names in any case
 * @param body the bytes as received, before anything parsed them
 */
public record Delivery(String method, String url, Map<String, List<String>> headers, byte[] body) {

  public Delivery {
    headers = Map.copyOf(headers);
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }
}
