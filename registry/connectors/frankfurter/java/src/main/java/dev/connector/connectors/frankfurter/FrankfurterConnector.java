package dev.connector.connectors.frankfurter;

import dev.connector.runtime.adapter.Adapter;
import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.adapter.ClientConnector;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptListener;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.Setting;
import java.util.List;
import java.util.Map;

/** Frankfurter by the names of its definition: for whoever does not know its types. */
public final class FrankfurterConnector implements Adapter<Frankfurter> {

  private FrankfurterConnector() {}

  /** The connector for an environment; nothing is checked or sent yet. */
  public static Connector of(Map<String, String> environment) {
    return new ClientConnector<>(new FrankfurterConnector(), environment);
  }

  @Override
  public String name() {
    return Frankfurter.NAME;
  }

  @Override
  public String version() {
    return Frankfurter.VERSION;
  }

  @Override
  public List<Setting<?>> settings() {
    return FrankfurterSettings.DECLARED;
  }

  @Override
  public Policy policy(Map<String, String> environment) {
    return FrankfurterSettings.policy(environment);
  }

  @Override
  public List<Resource<Frankfurter>> resources() {
    return List.of(
        CurrenciesRequests.resource(), LatestRequests.resource(), TimeSeriesRequests.resource());
  }

  @Override
  public Frankfurter connect(Map<String, String> environment, AttemptListener attempts) {
    return Frankfurter.connect(FrankfurterSettings.fromEnvironment(environment), attempts);
  }

  @Override
  public ApiClient http(Frankfurter client) {
    return client.client();
  }

  @Override
  public Reading check(Frankfurter client) {
    return Reading.all(client.currencies().requests().listPages(Arguments.none()));
  }
}
