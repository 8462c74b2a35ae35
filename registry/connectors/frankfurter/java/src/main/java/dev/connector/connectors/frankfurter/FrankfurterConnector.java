package dev.connector.connectors.frankfurter;

import dev.connector.runtime.adapter.Adapter;
import dev.connector.runtime.adapter.Argument;
import dev.connector.runtime.adapter.ClientConnector;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptListener;
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
  public List<Resource<Frankfurter>> resources() {
    return List.of(
        Resource.<Frankfurter>of("currencies", "currency.json", "/code")
            .canonical(CanonicalForm.of("currency").text("/code", "/code").text("/name", "/name"))
            .operation("list", (api, with) -> Currencies.listRequest())
            .reads("list", (api, with) -> api.currencies().reading()),
        Resource.<Frankfurter>of("latest", "rates.json", "/date", "/base")
            .operation("get", (api, with) -> api.latest().getRequest())
            .reads("get", (api, with) -> api.latest().reading()),
        Resource.<Frankfurter>of("timeSeries", "rates.json", "/date", "/base")
            .operation("list", (api, with) -> api.timeSeries().listRequest())
            .operation(
                "range",
                List.of(Argument.required("from"), Argument.required("to")),
                (api, with) -> api.timeSeries().rangeRequest(with.text("from"), with.text("to")))
            .operation(
                "get",
                List.of(Argument.required("date")),
                (api, with) -> api.timeSeries().getRequest(with.text("date")))
            .readsChanges("list", (api, with) -> api.timeSeries().reading()));
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
    return client.currencies().reading();
  }
}
