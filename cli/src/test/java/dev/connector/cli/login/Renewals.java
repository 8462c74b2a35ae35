package dev.connector.cli.login;

import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.auth.OAuth2;
import dev.connector.runtime.auth.OAuthClient;
import dev.connector.runtime.auth.TokenStore;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.Request;

/** A process that renews a stored token again and again; it fails where the server refuses. */
final class Renewals {

  private Renewals() {}

  /** Takes the token URL, the file and how often. */
  public static void main(String[] arguments) {
    TokenStore store = TokenStore.file(Path.of(arguments[1]));
    OAuth2 settings =
        OAuth2.stored(arguments[0], OAuthClient.inBody("app", Vendor.secret("app")), store)
            .skew(Duration.ofDays(365)); // no token is ever fresh enough
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      Authentication.oauth2(settings)
          .authorize(new Request.Builder().url("http://127.0.0.1/things").build());
    }
    System.exit(0); // idle connections would keep the process for a while
  }
}
