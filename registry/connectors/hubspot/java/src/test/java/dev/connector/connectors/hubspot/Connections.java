package dev.connector.connectors.hubspot;

import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    List<RateLimit> rates = List.of(RateLimit.of(100_000, Duration.ofSeconds(1)));
    return HubSpot.connect(settings(server), rates, attempt -> {});
  }

  static HubSpotSettings settings(MockWebServer server) {
    return HubSpotSettings.accessToken(TOKEN).policy(policy()).baseUrl(url(server));
  }

  static Policy policy() {
    return Policy.fromEnvironment("HUBSPOT", POLICY);
  }

  static String url(MockWebServer server) {
    String url = server.url("/").toString();
    return url.substring(0, url.length() - 1);
  }
}
