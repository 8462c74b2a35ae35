package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.FormBody;
import okhttp3.HttpUrl;

/** Exchanges with HubSpot, as its documentation has them, and the records they should give. */
record Fixture(String name, JsonNode content) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "/connectors/hubspot/fixtures";

  static Fixture named(String name) {
    try (InputStream file = Fixture.class.getResourceAsStream(FOLDER + "/" + name + ".json")) {
      return new Fixture(name, JSON.readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Fixture> all() {
    try (Stream<Path> files = Files.list(Path.of(folder()))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .map(Fixture::named)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String operation() {
    return content.path("operation").asText();
  }

  JsonNode argument(String name) {
    return content.path("arguments").path(name);
  }

  List<JsonNode> records() {
    List<JsonNode> records = new ArrayList<>();
    content.path("records").forEach(records::add);
    return records;
  }

  /** The code of the error that is expected instead of records; empty where none is. */
  String error() {
    return content.path("error").asText();
  }

  /** Makes the server answer as the fixture does. */
  void serve(MockWebServer server) {
    for (JsonNode exchange : content.path("exchanges")) {
      JsonNode response = exchange.path("response");
      MockResponse.Builder answer =
          new MockResponse.Builder().code(response.path("status").asInt());
      response
          .path("headers")
          .properties()
          .forEach(header -> answer.addHeader(header.getKey(), header.getValue().asText()));
      if (!response.path("body").isNull()) {
        answer.body(response.path("body").toString());
      }
      server.enqueue(answer.build());
    }
  }

  /** Checks that the server was asked what the fixture says, and nothing else. */
  void requireAsked(MockWebServer server) throws InterruptedException {
    assertThat(server.getRequestCount()).isEqualTo(content.path("exchanges").size());
    for (JsonNode exchange : content.path("exchanges")) {
      RecordedRequest asked = server.takeRequest(1, TimeUnit.SECONDS);
      require(exchange.path("request"), asked);
    }
  }

  private static void require(JsonNode expected, RecordedRequest asked) {
    HttpUrl url = asked.getUrl();
    assertThat(asked.getMethod()).isEqualTo(expected.path("method").asText());
    assertThat(String.join("/", url.pathSegments())).isEqualTo(path(expected));
    expected
        .path("query")
        .properties()
        .forEach(
            parameter -> {
              // How many records a page has is the reader's choice, not the vendor's.
              if (!parameter.getKey().equals("limit")) {
                assertThat(url.queryParameter(parameter.getKey()))
                    .as(parameter.getKey())
                    .isEqualTo(parameter.getValue().asText());
              }
            });
    requireBody(expected, asked);
  }

  private static String path(JsonNode expected) {
    return expected.path("path").asText().substring(1);
  }

  private static void requireBody(JsonNode expected, RecordedRequest asked) {
    JsonNode body = expected.path("body");
    if (body.isNull()) {
      assertThat(asked.getBodySize()).isZero();
    } else if (expected.path("headers").path("Content-Type").asText().endsWith("urlencoded")) {
      assertThat(asked.getBody().utf8().split("&")).containsAll(form(body));
    } else {
      requireMembers(body, parse(asked.getBody().utf8()));
    }
  }

  /** The documented members have the documented values; a reader may add others. */
  private static void requireMembers(JsonNode expected, JsonNode actual) {
    if (!expected.isObject()) {
      assertThat(actual).isEqualTo(expected);
      return;
    }
    expected
        .properties()
        .forEach(
            member ->
                assertThat(actual.path(member.getKey()))
                    .as(member.getKey())
                    .isEqualTo(member.getValue()));
  }

  private static List<String> form(JsonNode fields) {
    FormBody.Builder form = new FormBody.Builder();
    fields.properties().forEach(field -> form.add(field.getKey(), field.getValue().asText()));
    FormBody body = form.build();
    List<String> encoded = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      encoded.add(body.encodedName(i) + "=" + body.encodedValue(i));
    }
    return encoded;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI folder() {
    try {
      return Fixture.class.getResource(FOLDER).toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
