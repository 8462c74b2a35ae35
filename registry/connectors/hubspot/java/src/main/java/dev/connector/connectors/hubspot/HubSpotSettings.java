package dev.connector.connectors.hubspot;

import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.settings.Addresses;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.Secret;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.settings.Settings;
import dev.connector.runtime.settings.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a connection to HubSpot needs; its string form shows no secret.
 *
 * @param accessToken The token of a private app, or another token that needs no refreshing.
 * @param clientId The OAuth app's client id.
 * @param clientSecret The app's client secret; it signs webhooks, too.
 * @param refreshToken What an account's installation of the OAuth app gave out.
 * @param tokens where tokens are kept, by whom they are for
 * @param policy deadlines, retries and the like
 * @param addresses where the API is
 */
public record HubSpotSettings(
    Optional<Secret> accessToken,
    Optional<String> clientId,
    Optional<Secret> clientSecret,
    Optional<Secret> refreshToken,
    Function<String, TokenStore> tokens,
    Policy policy,
    Addresses addresses) {

  private static final Setting<Secret> ACCESS_TOKEN =
      Setting.optional("accessToken", Shape.secret());
  private static final Setting<String> CLIENT_ID = Setting.optional("clientId", Shape.text());
  private static final Setting<Secret> CLIENT_SECRET =
      Setting.optional("clientSecret", Shape.secret());
  private static final Setting<Secret> REFRESH_TOKEN =
      Setting.optional("refreshToken", Shape.secret());
  private static final Setting<String> TOKEN_STORE = Setting.optional("tokenStore", Shape.text());

  /** All that is the connector's own; the policy comes beside it. */
  static final List<Setting<?>> DECLARED =
      List.of(ACCESS_TOKEN, CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN);

  /** Defaults for everything. */
  public static HubSpotSettings defaults() {
    return fromEnvironment(Map.of());
  }

  /**
   * Reads HUBSPOT_ACCESS_TOKEN, HUBSPOT_CLIENT_ID, HUBSPOT_CLIENT_SECRET, HUBSPOT_REFRESH_TOKEN;
   * besides them the policy, and where the API is.
   *
   * @throws ApiException with INVALID_CONFIG, naming what is missing or malformed
   */
  public static HubSpotSettings fromEnvironment(Map<String, String> environment) {
    List<Setting<?>> declared = new ArrayList<>(Policy.SETTINGS);
    declared.addAll(DECLARED);
    declared.add(TOKEN_STORE);
    Settings settings =
        Settings.read(
            HubSpot.NAME,
            Policy.suited(HubSpot.NAME, environment, Map.of("maxConcurrent", "10")),
            declared);
    return new HubSpotSettings(
        settings.find(ACCESS_TOKEN),
        settings.find(CLIENT_ID),
        settings.find(CLIENT_SECRET),
        settings.find(REFRESH_TOKEN),
        kept(settings),
        Policy.of(settings),
        Addresses.fromEnvironment(HubSpot.NAME, environment, "https://api.hubapi.com"));
  }

  static Policy policy(Map<String, String> environment) {
    return Policy.fromEnvironment(
        HubSpot.NAME, Policy.suited(HubSpot.NAME, environment, Map.of("maxConcurrent", "10")));
  }

  /** The token of a private app, or another token that needs no refreshing. */
  public HubSpotSettings accessToken(String changed) {
    return new HubSpotSettings(
        Optional.of(new Secret(changed)),
        clientId,
        clientSecret,
        refreshToken,
        tokens,
        policy,
        addresses);
  }

  /** The OAuth app's client id. */
  public HubSpotSettings clientId(String changed) {
    return new HubSpotSettings(
        accessToken, Optional.of(changed), clientSecret, refreshToken, tokens, policy, addresses);
  }

  /** The app's client secret; it signs webhooks, too. */
  public HubSpotSettings clientSecret(String changed) {
    return new HubSpotSettings(
        accessToken,
        clientId,
        Optional.of(new Secret(changed)),
        refreshToken,
        tokens,
        policy,
        addresses);
  }

  /** What an account's installation of the OAuth app gave out. */
  public HubSpotSettings refreshToken(String changed) {
    return new HubSpotSettings(
        accessToken,
        clientId,
        clientSecret,
        Optional.of(new Secret(changed)),
        tokens,
        policy,
        addresses);
  }

  /** Keeps tokens here, so that they outlive the process. */
  public HubSpotSettings tokens(TokenStore store) {
    return new HubSpotSettings(
        accessToken, clientId, clientSecret, refreshToken, audience -> store, policy, addresses);
  }

  /** Other deadlines, retries and the like. */
  public HubSpotSettings policy(Policy changed) {
    return new HubSpotSettings(
        accessToken, clientId, clientSecret, refreshToken, tokens, changed, addresses);
  }

  /** Other addresses, those of a test server for example. */
  public HubSpotSettings addresses(Addresses changed) {
    return new HubSpotSettings(
        accessToken, clientId, clientSecret, refreshToken, tokens, policy, changed);
  }

  /** Tokens in the file that is named, or for as long as the process lives. */
  private static Function<String, TokenStore> kept(Settings settings) {
    return audience ->
        settings
            .find(TOKEN_STORE)
            .map(file -> TokenStore.file(Path.of(file), audience))
            .orElseGet(TokenStore::inMemory);
  }
}
