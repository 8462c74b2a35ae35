package dev.connector.spec.engine;

import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.auth.AuthorizationCode;
import dev.connector.runtime.auth.Token;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Budget;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Patience;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OAuthGrant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/**
 * A way to authenticate that obtains tokens, with the user's settings in it: what somebody has to
 * know who logs in on behalf of the connectors that run later.
 */
public final class TokenAccount {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final AuthenticationScheme scheme;
  private final Environment environment;
  private final Site site;
  private final String audience;

  private TokenAccount(
      AuthenticationScheme scheme, Environment environment, Site site, String audience) {
    this.scheme = scheme;
    this.environment = environment;
    this.site = site;
    this.audience = audience;
  }

  /** Whether a way to authenticate obtains tokens at all. */
  public static boolean obtainedBy(AuthenticationScheme scheme) {
    return scheme instanceof AuthenticationScheme.OAuth2
        || scheme instanceof AuthenticationScheme.Session;
  }

  /**
   * The account of a way to authenticate; sends nothing.
   *
   * @param variables such as {@code HUBSPOT_CLIENT_ID}
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming settings that are wrong, or
   *     an address that must not be called
   */
  public static TokenAccount of(
      Definition definition, AuthenticationScheme scheme, Map<String, String> variables) {
    Environment environment = new Environment(definition, variables);
    Site site = Site.of(definition, environment.settings(), environment);
    return new TokenAccount(scheme, environment, site, new Audience(definition, site).of(scheme));
  }

  /**
   * The account that an engine with these variables uses; empty where it needs no token, or where
   * no way is complete.
   *
   * @param stored whether there is a token of an account already, which makes up for one that is
   *     given by hand
   * @throws ApiException as {@link #of} does
   */
  public static Optional<TokenAccount> inUse(
      Definition definition, Map<String, String> variables, Predicate<TokenAccount> stored) {
    Set<String> known = new Environment(definition, variables).settings().keySet();
    for (AuthenticationScheme scheme : definition.authentication()) {
      Set<String> missing = new TreeSet<>(Credentials.of(scheme));
      missing.removeAll(known);
      if (missing.isEmpty() && !obtainedBy(scheme)) {
        return Optional.empty();
      }
      if (Credentials.givenToken(scheme).containsAll(missing)) {
        TokenAccount account = of(definition, scheme, variables);
        if (missing.isEmpty() || stored.test(account)) {
          return Optional.of(account);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Client, user and servers that a token of this account is for, in words and without secrets. A
   * token must not be used for any other.
   */
  public String audience() {
    return audience;
  }

  /** Where the token goes: the origin of the API. */
  public String api() {
    return site.base().scheme() + "://" + site.base().host();
  }

  /**
   * How a person is asked for consent, where that is the way; the token is kept in the store.
   *
   * @param redirectUri where the browser is sent back to
   */
  public Optional<AuthorizationCode> consent(String redirectUri, TokenStore store) {
    if (!(scheme instanceof AuthenticationScheme.OAuth2 oauth)
        || !(oauth.grant() instanceof OAuthGrant.AuthorizationCode grant)) {
      return Optional.empty();
    }
    String url = site.addresses().resolve(site.settings().text(grant.authorizationUrl()));
    AuthorizationCode consent =
        AuthorizationCode.of(
            new OAuthTranslation(site.settings(), site.addresses(), store).translated(oauth),
            url,
            redirectUri);
    for (var extra : grant.parameters().entrySet()) {
      consent = consent.extra(extra.getKey(), site.settings().text(extra.getValue()));
    }
    return Optional.of(grant.pkce() ? consent : consent.withoutPkce());
  }

  /**
   * Asks for a token with what the settings hold, whatever the store has, and keeps it there.
   *
   * @throws ApiException as the runtime has it; {@link ErrorCode#AUTH_FAILED} where it was refused
   */
  public void obtain(TokenStore store) {
    TokenStore saving =
        new TokenStore() {
          @Override
          public Optional<Token> load() {
            return Optional.empty();
          }

          @Override
          public void save(Token token) {
            store.save(token);
          }
        };
    Authentication authentication =
        new AuthenticationTranslation(site.settings(), site.addresses(), any -> saving)
            .translated(scheme);
    Patience patience = patience();
    store.exclusively(
        () -> {
          authentication.authorize(
              new okhttp3.Request.Builder().url(site.base()).tag(Patience.class, patience).build());
          return store.load().orElseThrow();
        },
        patience);
  }

  /** Gives a token back to the server that gave it out; whether the definition says how. */
  public boolean revoke(Token token) {
    if (!(scheme instanceof AuthenticationScheme.OAuth2 oauth)
        || oauth.endpoint().revocationUrl().isEmpty()) {
      return false;
    }
    String url =
        site.addresses().resolve(site.settings().text(oauth.endpoint().revocationUrl().get()));
    var client =
        new OAuthTranslation(site.settings(), site.addresses(), TokenStore.inMemory())
            .translated(oauth)
            .client();
    new Revocation(HttpUrl.get(url), client, patience().http()).revoke(token);
    return true;
  }

  /** How long a login may take, and by which connections it goes. */
  public Patience patience() {
    return new Patience(
        new Budget(PATIENCE),
        new Cancellation(),
        GuardedSockets.client(environment.boundaries(), List.of()));
  }
}
