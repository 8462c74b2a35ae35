package dev.connector.scaffold.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.scaffold.description.Server;
import dev.connector.scaffold.openapi.source.DescriptionSource;
import dev.connector.scaffold.openapi.source.ReadOptions;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteTest {

  private static final String ROOT =
      """
      openapi: 3.0.0
      servers: [{url: /v1}, {url: v2}, {url: //other.example/x}, {url: 'https://absolute.example'}]
      paths:
        /a: {$ref: 'paths.yaml#/a'}
      """;

  @TempDir Path temporary;
  private final MockWebServer server = new MockWebServer();
  private final MockWebServer other = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request.getTarget());
          }
        });
    server.start();
    other.start();
  }

  @AfterEach
  void close() {
    server.close();
    other.close();
  }

  private MockResponse answer(String path) {
    MockResponse.Builder response = new MockResponse.Builder();
    return switch (path) {
      case "/docs/openapi.yaml" -> response.body(ROOT).build();
      case "/docs/paths.yaml" -> response.body("a: {get: {}}").build();
      case "/moved" -> response.code(302).addHeader("Location", "/docs/openapi.yaml").build();
      case "/loop" -> response.code(302).addHeader("Location", "/loop").build();
      case "/away" -> response.code(302).addHeader("Location", other.url("/x").toString()).build();
      case "/login" -> response.code(401).build();
      case "/elsewhere.yaml" ->
          response.body("openapi: 3.0.0\npaths: {/a: {$ref: '" + other.url("/x") + "'}}").build();
      default -> response.code(404).build();
    };
  }

  private ReadDescription read(String path, ReadOptions options) {
    return Descriptions.read(
        new DescriptionSource.Address(URI.create(server.url(path).toString())), options);
  }

  @Test
  void relative_servers_are_those_of_the_address_that_it_came_from() {
    String origin = server.url("/").toString().replaceAll("/$", "");
    for (String path : new String[] {"/docs/openapi.yaml", "/moved"}) {
      assertThat(read(path, ReadOptions.standard()).description().servers())
          .extracting(Server::url)
          .containsExactly(
              origin + "/v1",
              origin + "/docs/v2",
              "http://other.example/x",
              "https://absolute.example");
    }
  }

  @Test
  void references_are_followed_only_where_they_are_allowed() {
    ReadDescription refused = read("/docs/openapi.yaml", ReadOptions.standard());
    assertThat(refused.description().operations()).isEmpty();
    assertThat(Texts.problems(refused.description()))
        .containsExactly(
            "#/paths/~1a refers to paths.yaml#/a, which is remote, and followed only with"
                + " --allow-remote-references");
    ReadDescription allowed =
        read("/docs/openapi.yaml", ReadOptions.standard().withRemoteReferences());
    assertThat(allowed.description().operations()).hasSize(1);
    assertThat(allowed.files()).hasSize(2);
    assertThat(allowed.address()).isEqualTo(server.url("/docs/openapi.yaml").toString());
  }

  @Test
  void another_server_on_this_machine_is_not_called() {
    ReadDescription read = read("/elsewhere.yaml", ReadOptions.standard().withRemoteReferences());
    assertThat(Texts.problems(read.description()))
        .singleElement()
        .asString()
        .endsWith("which would be fetched without TLS");
    assertThatThrownBy(() -> read("/away", ReadOptions.standard()))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("without TLS");
    assertThat(other.getRequestCount()).isZero();
  }

  @Test
  void addresses_of_this_machine_and_of_private_networks_are_refused_whatever_their_name()
      throws IOException {
    Path file = temporary.resolve("openapi.yaml");
    String port = ":" + other.getPort();
    for (String host :
        new String[] {
          "127.0.0.1",
          "localhost",
          "[::1]",
          "10.0.0.1",
          "192.168.1.1",
          "169.254.169.254",
          "[fd00::1]",
          "[::ffff:127.0.0.1]",
          "0.0.0.0",
          "2130706433",
          "127.1"
        }) {
      Files.writeString(
          file, "openapi: 3.0.0\npaths: {/a: {$ref: 'https://" + host + port + "/x'}}");
      ReadDescription read =
          Descriptions.read(
              new DescriptionSource.LocalFile(file), ReadOptions.standard().withRemoteReferences());
      assertThat(Texts.problems(read.description()))
          .as(host)
          .singleElement()
          .asString()
          .matches(".*(is on this machine or in a private network|no address|host is not known).*");
    }
    assertThat(other.getRequestCount()).isZero();
  }

  @Test
  void a_description_on_a_plain_address_is_refused() {
    assertThatThrownBy(
            () ->
                Descriptions.read(
                    new DescriptionSource.Address(URI.create("http://api.example/x")),
                    ReadOptions.standard()))
        .isInstanceOf(ConnectorException.class)
        .hasMessage("http://api.example/x would be fetched without TLS");
  }

  @Test
  void redirects_without_end_and_answers_that_are_none_are_told_of() {
    assertThatThrownBy(() -> read("/loop", ReadOptions.standard()))
        .hasMessageContaining("redirects more than 5 times");
    assertThatThrownBy(() -> read("/login", ReadOptions.standard()))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            it -> assertThat(it.kind()).isEqualTo(ConnectorException.Kind.NETWORK))
        .hasMessageEndingWith("is answered with 401");
  }
}
