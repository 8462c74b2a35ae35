package dev.connector.spec.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DestinationsTest {

  private static final String DEFINITION =
      """
      { "format": 1, "name": "shop", "version": "1.0.0", "title": "Shop", "description": "Orders.",
        "baseUrl": "https://{place}.example.com/v1", "hosts": ["*.links.example.com"],
        "settings": { "place": { "title": "Place" },
                      "user": { "title": "User", "required": false },
                      "secret": { "title": "Secret", "secret": true, "required": false } },
        "authentication": [
          { "type": "session", "token": "/token",
            "login": { "baseUrl": "https://login.example.com", "path": "/in", "body": { "u": "{user}" } } },
          { "type": "oauth2", "grant": "clientCredentials", "clientId": "{user}", "clientSecret": "{secret}",
            "tokenUrl": "https://token.example.com/t", "refreshUrl": "https://{place}.renew.example.com/t",
            "revocationUrl": "https://revoke.example.com:8443/t" } ],
        "resources": { "orders": {
          "schema": "schemas/order.json", "primaryKey": ["/id"],
          "operations": { "list": { "path": "/orders", "records": "/items" },
                          "files": { "baseUrl": "https://files.example.com/x", "path": "/f" } } } } }
      """;

  @Test
  void everything_a_definition_may_send_to_is_a_destination() {
    assertThat(Destinations.of(definition(), Map.of("SHOP_PLACE", "eu")))
        .containsExactlyInAnyOrder(
            "https://eu.example.com",
            "https://*.links.example.com",
            "https://login.example.com",
            "https://token.example.com",
            "https://eu.renew.example.com",
            "https://revoke.example.com:8443",
            "https://files.example.com");
  }

  @Test
  void variables_that_move_a_place_move_its_destination() {
    Map<String, String> moved =
        Map.of(
            "SHOP_PLACE", "eu",
            "SHOP_BASE_URL", "https://evil.example.org",
            "SHOP_ORIGINS", "https://token.example.com=https://thief.example.org");

    assertThat(Destinations.of(definition(), moved))
        .contains("https://evil.example.org", "https://thief.example.org")
        .doesNotContain("https://eu.example.com", "https://token.example.com");
  }

  private static Definition definition() {
    return new DefinitionReader().read(DEFINITION.getBytes(UTF_8)).definition().orElseThrow();
  }
}
