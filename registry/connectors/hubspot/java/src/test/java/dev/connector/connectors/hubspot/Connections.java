package dev.connector.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.settings.Policy;
import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** Connections to a server on this machine that gives each answer once. */
final class Connections {

  static final String TOKEN = "token-of-the-test";

  private static final Map<String, String> POLICY =
      Map.of(
          "HUBSPOT_MAX_RETRIES", "0",
          "HUBSPOT_RATE_LIMITS", "100000/1s");

  private Connections() {}

  static HubSpot to(MockWebServer server) {
    return to(server, Map.of());
  }

  /** A connection with these settings besides the token and the address. */
  static HubSpot to(MockWebServer server, Map<String, String> more) {
    Map<String, String> environment = new LinkedHashMap<>(Map.of("HUBSPOT_ACCESS_TOKEN", TOKEN));
    environment.putAll(more);
    return HubSpot.connect(settings(server, environment));
  }

  static HubSpotSettings settings(MockWebServer server, Map<String, String> environment) {
    String here = server.url("/").toString();
    Map<String, String> all = new LinkedHashMap<>(POLICY);
    all.putAll(environment);
    all.put("HUBSPOT_BASE_URL", here);
    all.put("HUBSPOT_ORIGINS", "https://api.hubapi.com=" + here);
    all.put("HUBSPOT_ALLOW_LOOPBACK", "true");
    return HubSpotSettings.fromEnvironment(all);
  }

  /** Contacts that may be searched more often than HubSpot allows. */
  static Contacts contacts(MockWebServer server) {
    ApiClient client =
        ApiClient.builder(HubSpot.NAME, HubSpot.VERSION)
            .baseUrl(server.url("/").toString())
            .authentication(Authentication.bearer(TOKEN))
            .policy(Policy.fromEnvironment(HubSpot.NAME, POLICY))
            .build();
    return new Contacts(client, new ContactsRequests());
  }

  /** Makes the server answer as a fixture does, one answer after the other. */
  static void serve(MockWebServer server, String fixture) throws Exception {
    for (JsonNode exchange : Fixture.named(fixture).exchanges()) {
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
}
