package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubSpotFailuresTest {

  private static final Map<String, String> RETRYING =
      Map.of("HUBSPOT_MAX_RETRIES", "3", "HUBSPOT_RETRY_FIRST_DELAY", "1ms");

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anErrorHasACodeAndHubSpotsWordsAndNoSecret() throws Exception {
    Connections.serve(server, "companies.create.invalid-property");

    try (HubSpot hubspot = Connections.to(server)) {
      ApiException error =
          catchThrowableOfType(
              ApiException.class,
              () -> hubspot.companies().create(Map.of("testproperty", "value")));

      assertThat(error.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
      assertThat(error.status()).hasValue(400);
      assertThat(error.operation()).isEqualTo("companies.create");
      assertThat(error.getMessage()).contains("testproperty").contains("does not exist");
      assertThat(error.toString()).doesNotContain(Connections.TOKEN);
    }
  }

  @Test
  void aRecordThatIsNotThereIsNotFound() {
    server.enqueue(new MockResponse.Builder().code(404).body("{\"status\":\"error\"}").build());

    try (HubSpot hubspot = Connections.to(server)) {
      assertThat(
              catchThrowableOfType(ApiException.class, () -> hubspot.deals().get("1")).code())
          .isEqualTo(ErrorCode.NOT_FOUND);
    }
  }

  @Test
  void aWriteIsNotRepeatedWhereItMayHaveSucceeded() {
    server.enqueue(new MockResponse.Builder().code(502).body("bad gateway").build());

    try (HubSpot hubspot = Connections.to(server, RETRYING)) {
      assertThatThrownBy(() -> hubspot.notes().create(Map.of("hs_note_body", "Hello")))
          .isInstanceOf(ApiException.class);
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aSearchIsRepeatedBecauseItOnlyReads() throws Exception {
    server.enqueue(new MockResponse.Builder().code(502).body("bad gateway").build());
    Connections.serve(server, "contacts.search");

    try (HubSpot hubspot = Connections.to(server, RETRYING)) {
      assertThat(hubspot.contacts().search().stream()).hasSize(2);
    }
  }

  @Test
  void theHeadersOfHubSpotSlowTheNextRequestDown() {
    MockResponse.Builder exhausted =
        new MockResponse.Builder()
            .addHeader("X-HubSpot-RateLimit-Max", "100")
            .addHeader("X-HubSpot-RateLimit-Remaining", "0")
            .addHeader("X-HubSpot-RateLimit-Interval-Milliseconds", "700")
            .body("{\"results\":[]}");
    server.enqueue(exhausted.build());
    server.enqueue(exhausted.build());

    try (HubSpot hubspot = Connections.to(server)) {
      assertThat(hubspot.owners().list().hasNext()).isFalse();
      long start = System.nanoTime();
      assertThat(hubspot.owners().list().hasNext()).isFalse();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
    }
  }

  @Test
  void aMissingCredentialIsNamedBeforeAnythingIsSent() {
    assertThatThrownBy(() -> HubSpot.connect(HubSpotSettings.defaults()))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("HUBSPOT_ACCESS_TOKEN");
    assertThatThrownBy(() -> HubSpot.connect(HubSpotSettings.defaults().clientId("client-id")))
        .hasMessageContaining("HUBSPOT_CLIENT_SECRET")
        .hasMessageContaining("HUBSPOT_REFRESH_TOKEN")
        .hasMessageNotContaining("client-id");
  }

  @Test
  void settingsShowNoSecret() {
    assertThat(HubSpotSettings.defaults().accessToken(Connections.TOKEN).toString())
        .doesNotContain(Connections.TOKEN);
  }
}
