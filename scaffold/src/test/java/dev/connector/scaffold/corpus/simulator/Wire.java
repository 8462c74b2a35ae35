package dev.connector.scaffold.corpus.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * What goes over the wire between a connector and a simulator, written down. Links to where the
 * description says the API is lead to the simulator, which stands in for it; others are left alone.
 */
final class Wire implements Interceptor {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 300;

  private final HttpUrl simulator;
  private final List<String> servers;
  private final List<Exchange> exchanges = new ArrayList<>();

  /**
   * @param servers base URLs of the API without a slash at the end, the longest first
   */
  Wire(String simulator, List<String> servers) {
    this.simulator = HttpUrl.get(simulator);
    this.servers = List.copyOf(servers);
  }

  /**
   * A request and what came back.
   *
   * @param body missing where it is no JSON
   * @param violations how the request breaks the description
   * @param own how the answer does, by the simulator's own word
   */
  record Exchange(
      Request request, int status, JsonNode body, List<Violation> violations, List<Violation> own) {

    boolean isAnswered() {
      return status / 100 == 2;
    }

    /** Whether the simulator knows of no such path. */
    boolean isUnknownPath() {
      return body.path("type").asText().endsWith("NO_PATH_MATCHED_ERROR");
    }

    /** One line. */
    String told() {
      String reason =
          violations.isEmpty()
              ? body.path("title").asText() + ": " + body.path("detail").asText()
              : String.join("; ", violations.stream().map(Violation::toString).toList());
      String line = request.method() + " " + request.url().encodedPath() + " " + status + " ";
      return line + (reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason);
    }
  }

  /**
   * How something breaks the description.
   *
   * @param place such as {@code path.id} or {@code body.items}
   */
  record Violation(String place, String problem) {
    @Override
    public String toString() {
      return place + " " + problem;
    }
  }

  /** Everything so far, in order. */
  List<Exchange> exchanges() {
    synchronized (exchanges) {
      return List.copyOf(exchanges);
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (chain.request().url().port() != simulator.port()) {
      return response; // a token, which the mock API hands out
    }
    try (ResponseBody body = response.body()) {
      String text = here(body.string());
      JsonNode json = parsed(text);
      synchronized (exchanges) {
        exchanges.add(
            new Exchange(
                chain.request(),
                response.code(),
                json,
                violations(response, json, false),
                violations(response, json, true)));
      }
      Headers.Builder headers = new Headers.Builder();
      response.headers().forEach(it -> headers.add(it.getFirst(), here(it.getSecond())));
      return response
          .newBuilder()
          .headers(headers.build())
          .body(ResponseBody.create(text, body.contentType()))
          .build();
    }
  }

  private String here(String text) {
    String here = text;
    for (String server : servers) {
      here = here.replace(server, simulator.toString().replaceFirst("/$", ""));
    }
    return here;
  }

  private static JsonNode parsed(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text)).orElse(MissingNode.getInstance());
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static List<Violation> violations(Response response, JsonNode body, boolean own) {
    List<Violation> violations = new ArrayList<>();
    JsonNode told =
        Optional.ofNullable(response.header("sl-violations"))
            .map(Wire::parsed)
            .orElseGet(() -> body.path("validation"));
    for (JsonNode each : told) {
      List<String> place = new ArrayList<>();
      each.path("location").forEach(it -> place.add(it.asText()));
      if (!place.isEmpty() && place.get(0).equals("response") == own) {
        place.removeIf(List.of("request", "response")::contains);
        violations.add(new Violation(String.join(".", place), each.path("message").asText()));
      }
    }
    return violations;
  }
}
