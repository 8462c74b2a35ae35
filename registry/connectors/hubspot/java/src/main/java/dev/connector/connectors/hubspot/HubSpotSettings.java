package dev.connector.connectors.hubspot;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.Secret;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.settings.Settings;
import dev.connector.runtime.settings.Shape;
import dev.connector.runtime.auth.Token;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.settings.Addresses;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a connection to HubSpot needs; its string form shows no secret.
 *
 * @param credential how the account is entered
 * @param policy deadlines, retries and the like
 * @param baseUrl where the API is
 */
public record HubSpotSettings(Credential credential, Policy policy, String baseUrl) {

  /** Where HubSpot's API is, for accounts in every region. */
  public static final String BASE_URL = "https://api.hubapi.com";

  private static final Setting<Secret> ACCESS_TOKEN =
      Setting.optional("accessToken", Shape.secret());
  private static final Setting<String> CLIENT_ID = Setting.optional("clientId", Shape.text());
  private static final Setting<Secret> CLIENT_SECRET =
      Setting.optional("clientSecret", Shape.secret());
  private static final Setting<Secret> REFRESH_TOKEN =
      Setting.optional("refreshToken", Shape.secret());
  private static final Setting<String> TOKEN_STORE = Setting.optional("tokenStore", Shape.text());

  /** All that is HubSpot's own; the policy comes beside it. */
  static final List<Setting<?>> DECLARED =
      List.of(ACCESS_TOKEN, CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN);

  /** How an account is entered. */
  public sealed interface Credential {

    /** The token of a private app, or another that needs no refreshing. */
    record AccessToken(Secret token) implements Credential {}

    /**
     * An installation of an OAuth app.
     *
     * @param clientId the app
     * @param clientSecret the app's secret
     * @param refreshToken what the installation gave out
     * @param tokens where access tokens, and refresh tokens that replace this one, are kept
     */
    record OAuth(String clientId, Secret clientSecret, Secret refreshToken, TokenStore tokens)
        implements Credential {}
  }

  /** The token of a private app. */
  public static HubSpotSettings accessToken(String token) {
    return of(new Credential.AccessToken(new Secret(token)));
  }

  /** This credential, and defaults for the rest. */
  public static HubSpotSettings of(Credential credential) {
    return new HubSpotSettings(credential, Policy.defaults(), BASE_URL);
  }

  /**
   * Reads {@code HUBSPOT_ACCESS_TOKEN}, or else {@code HUBSPOT_CLIENT_ID}, {@code
   * HUBSPOT_CLIENT_SECRET} and {@code HUBSPOT_REFRESH_TOKEN}, which a token in the file {@code
   * HUBSPOT_TOKEN_STORE} makes up for; besides them the policy, and where the API is ({@link
   * Addresses}).
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming what is missing or malformed
   */
  public static HubSpotSettings fromEnvironment(Map<String, String> environment) {
    List<Setting<?>> declared = new ArrayList<>(Policy.SETTINGS);
    declared.addAll(DECLARED);
    declared.add(TOKEN_STORE);
    Settings settings = Settings.read(HubSpot.NAME, environment, declared);
    String base =
        Addresses.fromEnvironment(HubSpot.NAME, environment, BASE_URL)
            .base()
            .toString()
            .replaceFirst("/$", "");
    return new HubSpotSettings(credential(settings, base), Policy.of(settings), base);
  }

  /**
   * The secret of the app, which signs webhooks.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG} where it is missing
   */
  static String clientSecret(Map<String, String> environment) {
    return Settings.read(HubSpot.NAME, environment, List.of(CLIENT_SECRET))
        .find(CLIENT_SECRET)
        .orElseThrow(
            () ->
                new ApiException(
                    ErrorCode.INVALID_CONFIG,
                    CLIENT_SECRET.variable(HubSpot.NAME) + " is missing"))
        .reveal();
  }

  /** Keeps tokens here, so that a refresh token that HubSpot replaced outlives the process. */
  public HubSpotSettings tokens(TokenStore store) {
    if (!(credential instanceof Credential.OAuth)) {
      return this;
    }
    Credential.OAuth oauth = (Credential.OAuth) credential;
    return new HubSpotSettings(
        new Credential.OAuth(oauth.clientId(), oauth.clientSecret(), oauth.refreshToken(), store),
        policy,
        baseUrl);
  }

  /** Other deadlines, retries and the like. */
  public HubSpotSettings policy(Policy changed) {
    return new HubSpotSettings(credential, changed, baseUrl);
  }

  /** Another address, that of a test server for example. */
  public HubSpotSettings baseUrl(String changed) {
    return new HubSpotSettings(credential, policy, changed);
  }

  private static Credential credential(Settings settings, String base) {
    Optional<Secret> token = settings.find(ACCESS_TOKEN);
    if (token.isPresent()) {
      return new Credential.AccessToken(token.get());
    }
    TokenStore tokens = tokens(settings, base);
    Optional<Secret> refresh =
        settings
            .find(REFRESH_TOKEN)
            .or(() -> tokens.load().flatMap(Token::refreshToken).map(Secret::new));
    List<String> missing =
        Stream.of(CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN)
            .filter(setting -> settings.find(setting).isEmpty())
            .filter(setting -> setting != REFRESH_TOKEN || refresh.isEmpty())
            .map(setting -> setting.variable(HubSpot.NAME))
            .toList();
    if (!missing.isEmpty()) {
      throw new ApiException(
          ErrorCode.INVALID_CONFIG,
          ACCESS_TOKEN.variable(HubSpot.NAME)
              + " is missing, or, for an OAuth app, "
              + String.join(", ", missing));
    }
    return new Credential.OAuth(
        settings.get(CLIENT_ID), settings.get(CLIENT_SECRET), refresh.orElseThrow(), tokens);
  }

  /** A file of tokens says whom they are for, so that no other app or server gets to see them. */
  private static TokenStore tokens(Settings settings, String base) {
    HttpUrl url = HttpUrl.get(base);
    String origin = url.scheme() + "://" + url.host() + ":" + url.port();
    String app = settings.find(CLIENT_ID).orElse("");
    String audience =
        "user, clientId " + app + ", client " + app + ", tokens from " + origin + ", for " + origin;
    return settings
        .find(TOKEN_STORE)
        .map(file -> TokenStore.file(Path.of(file), audience))
        .orElseGet(TokenStore::inMemory);
  }
}
