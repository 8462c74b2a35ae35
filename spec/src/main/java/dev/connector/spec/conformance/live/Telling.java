package dev.connector.spec.conformance.live;

import dev.connector.runtime.settings.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Tells an exchange in lines that hold no secret. A successful answer is told by what it is made of
 * and not by its values, which are the records of people.
 */
record Telling(Secrets secrets) {

  private static final int URL = 400;
  private static final int EXCERPT = 300;

  /** Headers that say nothing about why an API answers as it does. */
  private static final List<String> DULL =
      List.of("user-agent", "accept-encoding", "host", "connection", "content-length");

  private static final List<String> TELLING =
      List.of("WWW-Authenticate", "Location", "Retry-After", "Link", "Allow");

  private static final Map<Integer, String> PHRASES =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(204, "No Content"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"));

  /** {@code 404 Not Found}. */
  static String status(int status) {
    String phrase = PHRASES.getOrDefault(status, "");
    return phrase.isEmpty() ? String.valueOf(status) : status + " " + phrase;
  }

  List<String> lines(Exchange exchange) {
    Redactor redactor = secrets.redactor();
    List<String> lines = new ArrayList<>();
    lines.add(exchange.sent().method() + " " + url(exchange.sent().url(), redactor));
    headers(exchange.sent().headers(), redactor, lines);
    if (!exchange.sent().body().isEmpty()) {
      lines.add(
          exchange.isAboutToken()
              ? "  (a body with credentials)"
              : "  " + redactor.redact(exchange.sent().body(), EXCERPT));
    }
    exchange
        .answer()
        .ifPresentOrElse(
            it -> answer(it, exchange.isAboutToken(), redactor, lines),
            () -> lines.add("no answer came"));
    return lines;
  }

  /** Our own words, without the secrets they may quote. */
  String text(String text) {
    Redactor redactor = secrets.redactor();
    return redactor.reveals(text) ? redactor.redact(text) : text;
  }

  private String url(HttpUrl url, Redactor redactor) {
    HttpUrl.Builder shown = url.newBuilder();
    for (String name : url.queryParameterNames()) {
      if (secrets.places().parameters().contains(name)) {
        shown.setEncodedQueryParameter(name, "***");
      }
    }
    return redactor.redact(shown.build().toString(), URL);
  }

  private void headers(Headers headers, Redactor redactor, List<String> lines) {
    for (String name : headers.names()) {
      for (String value : headers.values(name)) {
        if (secrets.places().isHeader(name)) {
          lines.add("  " + name + ": " + masked(name, value));
        } else if (!DULL.contains(name.toLowerCase(java.util.Locale.ROOT))
            && !name.toLowerCase(java.util.Locale.ROOT).contains("correlation")
            && !name.equalsIgnoreCase("X-Request-Id")) {
          lines.add("  " + name + ": " + redactor.redact(value, EXCERPT));
        }
      }
    }
  }

  /** The word before a credential says how it was meant to be read; a cookie's name, too. */
  private static String masked(String name, String value) {
    if (name.equalsIgnoreCase("cookie") && value.contains("=")) {
      return value.replaceAll("=[^;]*", "=***");
    }
    int space = value.indexOf(' ');
    boolean word = space > 0 && value.substring(0, space).matches("[A-Za-z][A-Za-z-]{1,15}");
    return word ? value.substring(0, space) + " ***" : "***";
  }

  private static void answer(
      Exchange.Answer answer, boolean token, Redactor redactor, List<String> lines) {
    String type = answer.headers().get("Content-Type");
    StringBuilder line = new StringBuilder("answered " + status(answer.status()));
    line.append(type == null ? "" : ", " + type.replaceFirst("\\s*;.*", ""));
    String body = body(answer, token, redactor);
    lines.add(line + (body.isEmpty() ? ", with an empty body" : ": " + body));
    for (String name : TELLING) {
      answer.headers().values(name).stream()
          .map(it -> "  " + name + ": " + redactor.redact(it, EXCERPT))
          .forEach(lines::add);
    }
  }

  private static String body(Exchange.Answer answer, boolean token, Redactor redactor) {
    if (token) {
      String said =
          (answer.json().path("error").asText()
                  + " "
                  + answer.json().path("error_description").asText())
              .strip();
      return answer.isSuccess() || said.isEmpty() ? "(not shown)" : redactor.redact(said, EXCERPT);
    }
    if (answer.isSuccess() && answer.isJson()) {
      return redactor.redact(Outline.of(answer.json()), 2 * EXCERPT);
    }
    String text = redactor.redact(answer.text(), EXCERPT).replaceAll("\\s+", " ").strip();
    return answer.text().length() > EXCERPT ? text + "..." : text;
  }
}
