package dev.connector.connectors.frankfurter;

import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.Listing;

/** What is asked of the API about latest. */
final class LatestRequests {

  private final FrankfurterSettings settings;

  LatestRequests(FrankfurterSettings settings) {
    this.settings = settings;
  }

  Request getRequest(Arguments with) {
    return Request.get("latest.get", "/latest")
        .query("base", settings.base())
        .query("symbols", settings.symbols());
  }

  Listing getPages(Arguments with) {
    return Listing.of(getRequest(with)).records("").primaryKey("/date", "/base");
  }

  /** How the resource is read. */
  Reading reading(Arguments with) {
    return Reading.all(getPages(with));
  }

  /** The resource by the names of the definition. */
  static Resource<Frankfurter> resource() {
    return Resource.<Frankfurter>of("latest", "rates.json", "/date", "/base")
        .operation("get", (api, with) -> api.latest().requests().getRequest(with))
        .reads("get", (api, with) -> api.latest().requests().reading(with));
  }
}
