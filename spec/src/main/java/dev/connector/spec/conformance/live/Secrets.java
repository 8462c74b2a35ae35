package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.settings.Redactor;
import java.util.LinkedHashSet;
import java.util.Set;
import okhttp3.Headers;

/**
 * Every secret of a verification: the settings', and what comes to be known as one while it runs,
 * such as a token that the API gave out. Thread-safe.
 */
final class Secrets {

  /** Shorter values hide nothing, and would make everything else unreadable. */
  private static final int LEAST = 4;

  private final CredentialPlaces places;
  private final Set<String> known = new LinkedHashSet<>();

  Secrets(CredentialPlaces places, Set<String> settings) {
    this.places = places;
    settings.forEach(this::add);
  }

  CredentialPlaces places() {
    return places;
  }

  synchronized Redactor redactor() {
    return new Redactor(known);
  }

  /** Whatever stands where credentials stand is one. */
  void learn(Exchange.Sent sent) {
    for (String name : sent.headers().names()) {
      if (places.isHeader(name)) {
        sent.headers().values(name).forEach(this::addHeader);
      }
    }
    places.parameters().forEach(it -> sent.url().queryParameterValues(it).forEach(this::add));
  }

  /** Whatever text an answer to a request for a token holds may be one. */
  void learn(Exchange exchange) {
    if (exchange.isAboutToken()) {
      exchange.answer().filter(Exchange.Answer::isSuccess).ifPresent(this::learnAll);
    }
  }

  private void learnAll(Exchange.Answer answer) {
    texts(answer.json());
    Headers headers = answer.headers();
    headers.names().stream()
        .filter(it -> it.toLowerCase(java.util.Locale.ROOT).matches(".*(token|session|cookie).*"))
        .forEach(it -> headers.values(it).forEach(this::add));
  }

  private void texts(JsonNode node) {
    if (node.isTextual() && node.textValue().length() > 2 * LEAST) {
      add(node.textValue());
    }
    node.forEach(this::texts);
  }

  private void addHeader(String value) {
    add(value);
    for (String part : value.split("[\\s;,]+")) {
      add(part.contains("=") && part.indexOf('=') < part.length() - 1 ? after(part) : "");
    }
    add(value.substring(value.indexOf(' ') + 1));
  }

  private static String after(String part) {
    return part.substring(part.indexOf('=') + 1).replaceAll("^\"|\"$", "");
  }

  private synchronized void add(String secret) {
    if (secret != null && secret.length() >= LEAST) {
      known.add(secret);
    }
  }
}
