package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Patience;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Obtains access tokens at an OAuth 2 token endpoint and keeps the latest in the store. */
final class OAuthTokens implements RenewingToken.Source {
  private final OAuth2 settings;
  private final TokenRequests requests;

  /** Bought, and not yet safe: where refresh tokens rotate, the one that bought it is worthless. */
  private Optional<Token> unsaved = Optional.empty();

  OAuthTokens(OAuth2 settings, KnownSecrets secrets) {
    this.settings = settings;
    this.requests = new TokenRequests(settings, secrets);
    if (settings.grant() instanceof OAuth2.Grant.RefreshToken grant) {
      grant.initial().ifPresent(secrets::keep);
    }
    if (settings.grant() instanceof OAuth2.Grant.Password grant) {
      secrets.keep(grant.password());
    }
  }

  @Override
  public Token renew(Optional<Token> previous, Patience patience) {
    if (unsaved.isPresent()) {
      return saved(unsaved.get());
    }
    Optional<Token> usable = usable(settings.store().load(), previous);
    return usable.isPresent()
        ? usable.get()
        : settings.store().exclusively(() -> renewAlone(previous, patience), patience);
  }

  private Token renewAlone(Optional<Token> previous, Patience patience) {
    Optional<Token> stored = settings.store().load();
    Optional<Token> usable = usable(stored, previous); // by now another process may have renewed it
    if (usable.isPresent()) {
      return usable.get();
    }
    return saved(renewed(candidates(stored, previous), patience));
  }

  private Token renewed(Set<String> candidates, Patience patience) {
    if (settings.grant() instanceof OAuth2.Grant.RefreshToken grant) {
      grant.initial().ifPresent(candidates::add);
      return refreshed(candidates, patience);
    }
    if (settings.grant() instanceof OAuth2.Grant.Password grant) {
      return byPassword(grant, candidates, patience);
    }
    return requests.send(settings.endpoint().url(), grant("client_credentials"), patience);
  }

  /** The password is sent only where no refresh token does. */
  private Token byPassword(OAuth2.Grant.Password grant, Set<String> candidates, Patience patience) {
    if (!candidates.isEmpty()) {
      try {
        return refreshed(candidates, patience);
      } catch (ApiException refused) {
        if (refused.code() != ErrorCode.AUTH_FAILED) {
          throw refused;
        }
      }
    }
    Map<String, String> fields = grant("password");
    fields.put("username", grant.username());
    fields.put("password", grant.password());
    return requests.send(settings.endpoint().url(), fields, patience);
  }

  /** The stored token, where it is fresh and not the one that has to be replaced. */
  private Optional<Token> usable(Optional<Token> stored, Optional<Token> previous) {
    Optional<Token> usable =
        stored.filter(token -> !token.equals(previous.orElse(null)) && fresh(token));
    usable.ifPresent(requests::remember);
    return usable;
  }

  private Token saved(Token token) {
    unsaved = Optional.of(token);
    settings.store().save(token);
    unsaved = Optional.empty();
    return token;
  }

  /** The stored token is the latest; the configured one is newer where the user consented anew. */
  private static Set<String> candidates(Optional<Token> stored, Optional<Token> previous) {
    Set<String> candidates = new LinkedHashSet<>();
    stored.flatMap(Token::refreshToken).ifPresent(candidates::add);
    previous.flatMap(Token::refreshToken).ifPresent(candidates::add);
    return candidates;
  }

  private Token refreshed(Set<String> candidates, Patience patience) {
    ApiException refusal =
        new ApiException(ErrorCode.AUTH_FAILED, "there is no refresh token; log in first");
    for (String candidate : candidates) {
      try {
        Token token = refreshed(candidate, patience);
        return token.refreshToken().isPresent()
            ? token
            : new Token(token.accessToken(), Optional.of(candidate), token.expiresAt());
      } catch (ApiException failure) {
        if (failure.code() != ErrorCode.AUTH_FAILED) {
          throw failure;
        }
        refusal = failure;
      }
    }
    throw refusal;
  }

  private Token refreshed(String refreshToken, Patience patience) {
    Map<String, String> fields = grant("refresh_token");
    fields.put("refresh_token", refreshToken);
    return requests.send(
        settings.endpoint().refreshUrl().orElse(settings.endpoint().url()), fields, patience);
  }

  private Map<String, String> grant(String type) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", type);
    if (!settings.scopes().isEmpty()) {
      fields.put("scope", String.join(" ", settings.scopes()));
    }
    return fields;
  }

  /** A token whose end nobody knows, as many APIs give out, is good until it is refused. */
  private boolean fresh(Token token) {
    Instant soon = settings.clock().instant().plus(settings.skew());
    return token.expiresAt().map(soon::isBefore).orElse(true);
  }
}
