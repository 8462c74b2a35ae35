package dev.connector.connectors.hubspot;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.ApiClientBuilder;
import dev.connector.runtime.http.AttemptListener;
import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.http.ErrorRule;
import dev.connector.runtime.auth.OAuth2;
import dev.connector.runtime.auth.OAuthClient;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.http.RateLimitHeaders;
import dev.connector.runtime.http.RateLimitHeaders.ResetUnit;
import java.time.Duration;
import java.util.List;

/**
 * A connection to the CRM of one HubSpot account: blocking, and safe for use by many threads.
 *
 * <pre>{@code
 * try (HubSpot hubspot = HubSpot.connect(HubSpotSettings.fromEnvironment(System.getenv()))) {
 *   for (Contact contact : hubspot.contacts().list()) {
 *     System.out.println(contact.id() + " " + contact.email().orElse("-"));
 *   }
 * }
 * }</pre>
 */
public final class HubSpot implements AutoCloseable {

  static final String NAME = "hubspot";
  static final String VERSION = "1.0.0";

  /** What the smallest accounts may do; HUBSPOT_RATE_LIMITS replaces the first two. */
  static final List<RateLimit> RATES =
      List.of(
          RateLimit.of(100, Duration.ofSeconds(10)),
          RateLimit.of(250_000, Duration.ofDays(1)).burst(125_000),
          RateLimit.of(5, Duration.ofSeconds(1)).only(CrmType.SEARCHES));

  private final ApiClient client;

  private HubSpot(ApiClient client) {
    this.client = client;
  }

  /** Makes a connection; nothing is sent yet. */
  public static HubSpot connect(HubSpotSettings settings) {
    return connect(settings, RATES, attempt -> {});
  }

  /** A connection that keeps to these rates, and tells of every request. */
  static HubSpot connect(
      HubSpotSettings settings, List<RateLimit> rates, AttemptListener attempts) {
    ApiClientBuilder client =
        ApiClient.builder(NAME, VERSION)
            .baseUrl(settings.baseUrl())
            .authentication(authentication(settings))
            .policy(settings.policy())
            .listener(attempts)
            .rateLimitHeaders(
                new RateLimitHeaders(
                    "X-HubSpot-RateLimit-Remaining",
                    "X-HubSpot-RateLimit-Interval-Milliseconds",
                    ResetUnit.MILLISECONDS))
            .errorRule(
                ErrorRule.equal("/status", "error", ErrorCode.INVALID_REQUEST)
                    .status(200)
                    .message("/message"));
    rates.forEach(client::rateLimit);
    return new HubSpot(client.build());
  }

  ApiClient client() {
    return client;
  }

  <T extends CrmRecord> CrmObjects<T> objects(CrmType<T> type) {
    return new CrmObjects<>(client, type);
  }

  /** People. Scopes: crm.objects.contacts.read and .write. */
  public CrmObjects<Contact> contacts() {
    return objects(CrmType.CONTACT);
  }

  /** Organisations. Scopes: crm.objects.companies.read and .write. */
  public CrmObjects<Company> companies() {
    return objects(CrmType.COMPANY);
  }

  /** Transactions in a sales pipeline. Scopes: crm.objects.deals.read and .write. */
  public CrmObjects<Deal> deals() {
    return objects(CrmType.DEAL);
  }

  /** Requests for help. Scope: tickets. */
  public CrmObjects<Ticket> tickets() {
    return objects(CrmType.TICKET);
  }

  /** Telephone calls. Scopes: crm.objects.contacts.read and .write. */
  public CrmObjects<Call> calls() {
    return objects(CrmType.CALL);
  }

  /** Emails that were logged. Scopes: sales-email-read, and crm.objects.contacts.write. */
  public CrmObjects<Email> emails() {
    return objects(CrmType.EMAIL);
  }

  /** Meetings. Scopes: crm.objects.contacts.read and .write. */
  public CrmObjects<Meeting> meetings() {
    return objects(CrmType.MEETING);
  }

  /** Notes. Scopes: crm.objects.contacts.read and .write. */
  public CrmObjects<Note> notes() {
    return objects(CrmType.NOTE);
  }

  /** Tasks. Scopes: crm.objects.contacts.read and .write. */
  public CrmObjects<Task> tasks() {
    return objects(CrmType.TASK);
  }

  /** Users and queues that records can be assigned to. Scope: crm.objects.owners.read. */
  public Owners owners() {
    return new Owners(client);
  }

  /** Which records belong together. Scopes: those of the types at both ends. */
  public Associations associations() {
    return new Associations(client);
  }

  /** Waits for requests in flight, up to a deadline; closing twice is harmless. */
  @Override
  public void close() {
    client.close();
  }

  private static Authentication authentication(HubSpotSettings settings) {
    if (settings.credential() instanceof HubSpotSettings.Credential.AccessToken token) {
      return Authentication.bearer(token.token().reveal());
    }
    HubSpotSettings.Credential.OAuth oauth =
        (HubSpotSettings.Credential.OAuth) settings.credential();
    OAuthClient app = OAuthClient.inBody(oauth.clientId(), oauth.clientSecret().reveal());
    return Authentication.oauth2(
        OAuth2.refreshToken(
                settings.baseUrl() + "/oauth/2026-03/token", app, oauth.refreshToken().reveal())
            .store(oauth.tokens()));
  }
}
