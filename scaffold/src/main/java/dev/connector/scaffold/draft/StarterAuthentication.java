package dev.connector.scaffold.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.fact.Gap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How callers say who they are, among the ways that most APIs have. */
public enum StarterAuthentication {
  /** Nothing is asked for. */
  NONE,
  /** A key in a header of its own. */
  API_KEY,
  /** A token that the user brings. */
  BEARER,
  /** User name and password. */
  BASIC,
  /** OAuth 2 by client credentials. */
  OAUTH2;

  /** By the word that a user would write: {@code api-key}. */
  public static Optional<StarterAuthentication> of(String word) {
    return Stream.of(values()).filter(it -> it.word().equalsIgnoreCase(word.strip())).findFirst();
  }

  /** What a user would write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void write(ObjectNode document, ObjectNode settings, String origin) {
    ArrayNode schemes = document.putArray("authentication");
    switch (this) {
      case API_KEY:
        secret(settings, "apiKey", "Api key");
        schemes
            .addObject()
            .put("type", "apiKey")
            .put("value", "{apiKey}")
            .putObject("placement")
            .put("header", "X-Api-Key");
        break;
      case BEARER:
        secret(settings, "accessToken", "Access token");
        schemes.addObject().put("type", "bearer").put("token", "{accessToken}");
        break;
      case BASIC:
        settings.putObject("username").put("title", "Username");
        secret(settings, "password", "Password");
        schemes
            .addObject()
            .put("type", "basic")
            .put("username", "{username}")
            .put("password", "{password}");
        break;
      case OAUTH2:
        settings.putObject("clientId").put("title", "Client id");
        secret(settings, "clientSecret", "Client secret");
        schemes
            .addObject()
            .put("type", "oauth2")
            .put("grant", "clientCredentials")
            .put("tokenUrl", origin + "/oauth/token")
            .put("clientId", "{clientId}")
            .put("clientSecret", "{clientSecret}");
        break;
      default:
        document.remove("authentication");
    }
  }

  /** What was assumed about it. */
  List<Gap> gaps() {
    switch (this) {
      case API_KEY:
        return List.of(
            StarterDefinition.gap(
                "authentication",
                "Where does the API key go?",
                List.of("the header X-Api-Key", "another header", "a query parameter"),
                "/authentication/0/placement",
                "{\"query\":\"api_key\"}"));
      case OAUTH2:
        return List.of(
            StarterDefinition.gap(
                "authentication",
                "Where do access tokens come from?",
                List.of("/oauth/token", "/oauth2/token", "another host"),
                "/authentication/0/tokenUrl",
                "\"https://…\""));
      default:
        return List.of();
    }
  }

  private static void secret(ObjectNode settings, String name, String title) {
    settings.putObject(name).put("title", title).put("secret", true);
  }
}
