package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.auth.TokenStore;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuthTest {

  private static final Map<String, String> APP =
      Map.of(
          "HUBSPOT_CLIENT_ID", "client-id",
          "HUBSPOT_CLIENT_SECRET", "client-secret",
          "HUBSPOT_REFRESH_TOKEN", "first-refresh-token");

  private final MockWebServer server = new MockWebServer();
  private final TokenStore tokens = TokenStore.inMemory();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAccessTokenIsBoughtWithTheRefreshTokenAndUsed() throws Exception {
    Connections.serve(server, "oauth.refresh");
    Connections.serve(server, "owners.get");

    try (HubSpot hubspot = connect()) {
      assertThat(hubspot.owners().get("41629779").lastName()).contains("Test Owner");
    }

    RecordedRequest token = server.takeRequest();
    assertThat(token.getUrl().encodedPath()).isEqualTo("/oauth/2026-03/token");
    assertThat(token.getBody().utf8().split("&"))
        .containsExactlyInAnyOrder(
            "grant_type=refresh_token",
            "client_id=client-id",
            "client_secret=client-secret",
            "refresh_token=first-refresh-token");
    assertThat(server.takeRequest().getHeaders().get("Authorization"))
        .isEqualTo("Bearer fresh-access-token");
  }

  @Test
  void aRefreshTokenThatReplacesTheFirstIsStored() throws Exception {
    Connections.serve(server, "oauth.refresh");
    Connections.serve(server, "owners.get");

    try (HubSpot hubspot = connect()) {
      hubspot.owners().get("41629779");
    }

    assertThat(tokens.load().orElseThrow().refreshToken()).contains("second-refresh-token");
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnceWithTheRefreshTokenStoredLast() throws Exception {
    Connections.serve(server, "oauth.refresh");
    server.enqueue(unauthorized());
    server.enqueue(token("third-access-token"));
    Connections.serve(server, "owners.get");

    try (HubSpot hubspot = connect()) {
      hubspot.owners().get("41629779");
    }

    server.takeRequest();
    server.takeRequest();
    assertThat(server.takeRequest().getBody().utf8())
        .contains("refresh_token=second-refresh-token");
    assertThat(server.takeRequest().getHeaders().get("Authorization"))
        .isEqualTo("Bearer third-access-token");
  }

  @Test
  void aRefusalOfTheFreshTokenIsFinalAndShowsNoSecret() throws Exception {
    Connections.serve(server, "oauth.refresh");
    server.enqueue(unauthorized());
    server.enqueue(token("third-access-token"));
    server.enqueue(unauthorized());

    try (HubSpot hubspot = connect()) {
      ApiException error =
          catchThrowableOfType(ApiException.class, () -> hubspot.owners().get("41629779"));

      assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
      assertThat(error.toString())
          .doesNotContain("third-access-token", "client-secret", "refresh-token");
    }
  }

  private HubSpot connect() {
    return HubSpot.connect(Connections.settings(server, APP).tokens(tokens));
  }

  private static MockResponse token(String accessToken) {
    return new MockResponse.Builder()
        .body("{\"access_token\":\"" + accessToken + "\",\"expires_in\":1800}")
        .build();
  }

  private static MockResponse unauthorized() {
    return new MockResponse.Builder()
        .code(401)
        .body("{\"status\":\"error\",\"category\":\"EXPIRED_AUTHENTICATION\"}")
        .build();
  }
}
