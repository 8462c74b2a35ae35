package dev.connector.connectors.frankfurter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Exchanges with Frankfurter, as its documentation has them, and the records they should give. */
record Fixture(String name, JsonNode content) {

  static Fixture named(String name) {
    String file = "/connectors/frankfurter/fixtures/" + name + ".json";
    try (InputStream in = Fixture.class.getResourceAsStream(file)) {
      return new Fixture(name, json(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String operation() {
    return content.path("operation").asText();
  }

  String argument(String name) {
    return content.path("arguments").path(name).asText();
  }

  /** The settings the documentation's request was made with, and an address to make it to. */
  FrankfurterSettings settings(MockWebServer server) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("FRANKFURTER_MAX_RETRIES", "0");
    content
        .path("settings")
        .properties()
        .forEach(
            setting ->
                environment.put(
                    "FRANKFURTER_" + setting.getKey().toUpperCase(Locale.ROOT),
                    setting.getValue().asText()));
    return FrankfurterSettings.fromEnvironment(environment).baseUrl(server.url("/v1").toString());
  }

  /** Makes the server answer as the fixture does. */
  void serve(MockWebServer server) {
    for (JsonNode exchange : content.path("exchanges")) {
      JsonNode response = exchange.path("response");
      MockResponse.Builder answer =
          new MockResponse.Builder()
              .code(response.path("status").asInt())
              .body(response.path("body").toString());
      response
          .path("headers")
          .properties()
          .forEach(header -> answer.addHeader(header.getKey(), header.getValue().asText()));
      server.enqueue(answer.build());
    }
  }

  /** Checks that the server was asked what the fixture says, and nothing else. */
  void requireAsked(MockWebServer server) throws InterruptedException {
    assertThat(server.getRequestCount()).isEqualTo(content.path("exchanges").size());
    for (JsonNode exchange : content.path("exchanges")) {
      JsonNode expected = exchange.path("request");
      RecordedRequest asked = server.takeRequest(1, TimeUnit.SECONDS);
      assertThat(asked.getMethod()).isEqualTo(expected.path("method").asText());
      assertThat(asked.getUrl().encodedPath()).isEqualTo(expected.path("path").asText());
      Map<String, String> query = new LinkedHashMap<>();
      asked
          .getUrl()
          .queryParameterNames()
          .forEach(name -> query.put(name, asked.getUrl().queryParameter(name)));
      assertThat(Json.write(query)).isEqualTo(expected.path("query"));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
