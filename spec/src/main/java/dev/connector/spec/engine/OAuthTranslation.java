package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.runtime.auth.OAuth2;
import dev.connector.runtime.auth.OAuthClient;
import dev.connector.runtime.auth.TokenEndpoint;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.settings.Addresses;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.OAuthClient.ClientAuthentication;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.TokenEndpoint.RequestFormat;
import dev.connector.spec.definition.TokenEndpoint.TokenAnswer;

/** Turns a definition's OAuth 2 into the runtime's. */
record OAuthTranslation(Values settings, Addresses addresses, TokenStore store) {

  OAuth2 translated(AuthenticationScheme.OAuth2 oauth) {
    var client = client(oauth.client());
    String url = addresses.resolve(settings.text(oauth.endpoint().url()));
    OAuth2 translated = grant(oauth.grant(), url, client);
    Unsupported.when(
        !oauth.client().scopeSeparator().equals(" "), "scopes that are not separated by spaces");
    return translated
        .endpoint(endpoint(oauth.endpoint(), url))
        .scopes(oauth.client().scopes().toArray(String[]::new))
        .placement(AuthenticationTranslation.placement(oauth.use()))
        .store(store);
  }

  private OAuth2 grant(OAuthGrant grant, String url, OAuthClient client) {
    if (grant instanceof OAuthGrant.ClientCredentials) {
      return OAuth2.clientCredentials(url, client);
    }
    if (grant instanceof OAuthGrant.RefreshToken refresh) {
      return settings.texts(refresh.refreshToken()).stream()
          .findFirst()
          .map(given -> OAuth2.refreshToken(url, client, given))
          .orElseGet(() -> OAuth2.stored(url, client, store));
    }
    if (grant instanceof OAuthGrant.AuthorizationCode) {
      return OAuth2.stored(url, client, store);
    }
    if (grant instanceof OAuthGrant.Password user) {
      return OAuth2.password(
          url, client, settings.text(user.username()), settings.text(user.password()));
    }
    throw Unsupported.feature("the OAuth 2 grant " + grant.getClass().getSimpleName());
  }

  private OAuthClient client(dev.connector.spec.definition.OAuthClient client) {
    String id = settings.text(client.id());
    if (client.secret().isEmpty()) {
      return OAuthClient.of(id);
    }
    String secret = settings.text(client.secret().get());
    return client.authentication() == ClientAuthentication.BASIC
        ? OAuthClient.basic(id, secret)
        : OAuthClient.inBody(id, secret);
  }

  private TokenEndpoint endpoint(dev.connector.spec.definition.TokenEndpoint declared, String url) {
    AuthenticationTranslation.refuseAny(declared.headers().keySet(), "headers of a token request");
    refuseUnusual(declared.answer());
    TokenEndpoint endpoint = TokenEndpoint.at(url);
    if (declared.request() == RequestFormat.JSON) {
      endpoint = endpoint.format(TokenEndpoint.Format.JSON);
    }
    for (var extra : declared.parameters().entrySet()) {
      endpoint = endpoint.extra(extra.getKey(), settings.text(extra.getValue()));
    }
    return declared.refreshUrl().isEmpty()
        ? endpoint
        : endpoint.refreshAt(addresses.resolve(settings.text(declared.refreshUrl().get())));
  }

  private static void refuseUnusual(TokenAnswer answer) {
    boolean usual =
        answer.accessToken().equals(JsonPointer.compile("/access_token"))
            && answer.expiresIn().equals(JsonPointer.compile("/expires_in"))
            && answer.lifetime().isEmpty();
    Unsupported.when(!usual, "token answers that differ from the standard");
  }
}
