package dev.connector.runtime.auth;

import dev.connector.runtime.message.Patience;
import java.util.Optional;
import java.util.Set;

/** Puts a token on requests that is obtained when needed and renewed when due or refused. */
final class TokenAuthentication implements Authentication {
  private final RenewingToken token;
  private final Placement placement;
  private final KnownSecrets secrets;

  TokenAuthentication(RenewingToken token, Placement placement, KnownSecrets secrets) {
    this.token = token;
    this.placement = placement;
    this.secrets = secrets;
  }

  static TokenAuthentication of(OAuth2 settings) {
    KnownSecrets secrets = new KnownSecrets();
    RenewingToken token =
        new RenewingToken(new OAuthTokens(settings, secrets), settings.skew(), settings.clock());
    return new TokenAuthentication(token, settings.placement(), secrets);
  }

  static TokenAuthentication of(SessionLogin login) {
    KnownSecrets secrets = new KnownSecrets();
    RenewingToken token =
        new RenewingToken(new SessionTokens(login, secrets), login.skew(), login.clock());
    return new TokenAuthentication(token, login.placement(), secrets);
  }

  @Override
  public okhttp3.Request authorize(okhttp3.Request request) {
    Token current = token.current(Patience.of(request));
    // The tag remembers which token a request was sent with, should it be refused.
    return placement
        .put(request, current.accessToken())
        .newBuilder()
        .tag(Token.class, current)
        .build();
  }

  @Override
  public boolean refresh(okhttp3.Request rejected) {
    token.replace(Optional.ofNullable(rejected.tag(Token.class)), Patience.of(rejected));
    return true;
  }

  @Override
  public Set<String> secrets() {
    return secrets.all();
  }
}
