package dev.connector.connectors.hubspot;

import dev.connector.runtime.adapter.Adapter;
import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.adapter.ClientConnector;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptListener;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.signature.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** HubSpot by the names of its definition: for whoever does not know its types. */
public final class HubSpotConnector implements Adapter<HubSpot> {

  private HubSpotConnector() {}

  /** The connector for an environment; nothing is checked or sent yet. */
  public static Connector of(Map<String, String> environment) {
    return new ClientConnector<>(new HubSpotConnector(), environment);
  }

  @Override
  public String name() {
    return HubSpot.NAME;
  }

  @Override
  public String version() {
    return HubSpot.VERSION;
  }

  @Override
  public List<Setting<?>> settings() {
    return HubSpotSettings.DECLARED;
  }

  @Override
  public Policy policy(Map<String, String> environment) {
    return HubSpotSettings.policy(environment);
  }

  @Override
  public List<RateLimit> rates() {
    return HubSpot.RATES;
  }

  @Override
  public List<Resource<HubSpot>> resources() {
    return List.of(
        ContactsRequests.resource(),
        CompaniesRequests.resource(),
        DealsRequests.resource(),
        TicketsRequests.resource(),
        CallsRequests.resource(),
        EmailsRequests.resource(),
        MeetingsRequests.resource(),
        NotesRequests.resource(),
        TasksRequests.resource(),
        OwnersRequests.resource(),
        AssociationsRequests.resource());
  }

  @Override
  public HubSpot connect(Map<String, String> environment, AttemptListener attempts) {
    return HubSpot.connect(HubSpotSettings.fromEnvironment(environment), attempts);
  }

  @Override
  public ApiClient http(HubSpot client) {
    return client.client();
  }

  @Override
  public Reading check(HubSpot client) {
    return Reading.all(client.owners().requests().listPages(Arguments.none()));
  }

  @Override
  public Optional<Function<Map<String, String>, Function<Delivery, DeliveryResult>>> webhooks() {
    return Optional.of(environment -> HubSpotWebhooks.from(environment)::judge);
  }
}
