package dev.connector.connectors.hubspot;

import dev.connector.runtime.auth.Audience;
import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.auth.OAuth2;
import dev.connector.runtime.auth.OAuthClient;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.auth.Ways;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.ApiClientBuilder;
import dev.connector.runtime.http.AttemptListener;
import dev.connector.runtime.http.ErrorRule;
import dev.connector.runtime.http.RateLimitHeaders;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A connection to HubSpot: blocking, and safe for use by many threads.
 *
 * <p>Reads and writes HubSpot's CRM: contacts, companies, deals, tickets, engagements, owners and
 * associations.
 */
public final class HubSpot implements AutoCloseable {

  static final String NAME = "hubspot";
  static final String VERSION = "1.0.0";

  /** What the API allows; the rates for all of it can be replaced by a setting. */
  static final List<RateLimit> RATES =
      List.of(
          RateLimit.of(100, Duration.ofSeconds(10)).burst(10),
          RateLimit.of(250_000, Duration.ofDays(1)).burst(125_000),
          RateLimit.of(5, Duration.ofSeconds(1))
              .burst(1)
              .only(
                  Set.of(
                      "contacts.search",
                      "contacts.changes",
                      "companies.search",
                      "companies.changes",
                      "deals.search",
                      "deals.changes",
                      "tickets.search",
                      "tickets.changes",
                      "calls.search",
                      "calls.changes",
                      "emails.search",
                      "emails.changes",
                      "meetings.search",
                      "meetings.changes",
                      "notes.search",
                      "notes.changes",
                      "tasks.search",
                      "tasks.changes")));

  private final ApiClient client;
  private final HubSpotSettings settings;

  private HubSpot(ApiClient client, HubSpotSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** Makes a connection; nothing is sent yet. */
  public static HubSpot connect(HubSpotSettings settings) {
    return connect(settings, attempt -> {});
  }

  /** A connection that tells of every request. */
  static HubSpot connect(HubSpotSettings settings, AttemptListener attempts) {
    ApiClientBuilder client =
        ApiClient.builder(NAME, VERSION)
            .baseUrl(settings.addresses().base().toString())
            .authentication(authentication(settings))
            .policy(settings.policy())
            .listener(attempts)
            .rateLimitHeaders(
                new RateLimitHeaders(
                    "X-HubSpot-RateLimit-Remaining",
                    "X-HubSpot-RateLimit-Interval-Milliseconds",
                    RateLimitHeaders.ResetUnit.MILLISECONDS))
            .errorRule(
                ErrorRule.equal("/status", "error")
                    .status(200)
                    .code(ErrorCode.INVALID_REQUEST)
                    .message("/message"));
    settings.accessToken().ifPresent(client::secret);
    settings.clientSecret().ifPresent(client::secret);
    settings.refreshToken().ifPresent(client::secret);
    RATES.forEach(client::rateLimit);
    return new HubSpot(client.build(), settings);
  }

  ApiClient client() {
    return client;
  }

  HubSpotSettings settings() {
    return settings;
  }

  /** A person, as HubSpot's CRM keeps them. */
  public Contacts contacts() {
    return new Contacts(client, new ContactsRequests());
  }

  /** An organisation, as HubSpot's CRM keeps it. */
  public Companies companies() {
    return new Companies(client, new CompaniesRequests());
  }

  /** A transaction on its way through a sales pipeline. */
  public Deals deals() {
    return new Deals(client, new DealsRequests());
  }

  /** A customer's request for help. */
  public Tickets tickets() {
    return new Tickets(client, new TicketsRequests());
  }

  /** A telephone call on the timeline of other records. */
  public Calls calls() {
    return new Calls(client, new CallsRequests());
  }

  /** An email on the timeline of other records. */
  public Emails emails() {
    return new Emails(client, new EmailsRequests());
  }

  /** A meeting on the timeline of other records. */
  public Meetings meetings() {
    return new Meetings(client, new MeetingsRequests());
  }

  /** A note on the timeline of other records. */
  public Notes notes() {
    return new Notes(client, new NotesRequests());
  }

  /** Something to do, on the timeline of other records. */
  public Tasks tasks() {
    return new Tasks(client, new TasksRequests());
  }

  /** Users and queues that records can be assigned to; read only. */
  public Owners owners() {
    return new Owners(client, new OwnersRequests());
  }

  /** Which records belong together, and how. */
  public Associations associations() {
    return new Associations(client, new AssociationsRequests());
  }

  /** Waits for requests in flight, up to a deadline; closing twice is harmless. */
  @Override
  public void close() {
    client.close();
  }

  private static Authentication authentication(HubSpotSettings settings) {
    return Ways.of()
        .needing("HUBSPOT_ACCESS_TOKEN", settings.accessToken())
        .way(() -> Authentication.bearer(settings.accessToken().orElseThrow().reveal()))
        .needing("HUBSPOT_CLIENT_ID", settings.clientId())
        .needing("HUBSPOT_CLIENT_SECRET", settings.clientSecret())
        .needing("HUBSPOT_REFRESH_TOKEN", settings.refreshToken(), () -> tokens2(settings).load())
        .way(() -> credential2(settings))
        .first();
  }

  private static TokenStore tokens2(HubSpotSettings settings) {
    return settings
        .tokens()
        .apply(
            Audience.of("user")
                .with("clientId", settings.clientId().orElseThrow())
                .client(settings.clientId().orElseThrow())
                .at(
                    "tokens from",
                    settings.addresses().resolve("https://api.hubapi.com/oauth/2026-03/token"))
                .text(settings.addresses().base().toString()));
  }

  private static Authentication credential2(HubSpotSettings settings) {
    String url = settings.addresses().resolve("https://api.hubapi.com/oauth/2026-03/token");
    OAuthClient client =
        OAuthClient.inBody(
            settings.clientId().orElseThrow(), settings.clientSecret().orElseThrow().reveal());
    TokenStore tokens = tokens2(settings);
    return Authentication.oauth2(
        settings
            .refreshToken()
            .map(it -> OAuth2.refreshToken(url, client, it.reveal()))
            .orElseGet(() -> OAuth2.stored(url, client, tokens))
            .store(tokens));
  }
}
