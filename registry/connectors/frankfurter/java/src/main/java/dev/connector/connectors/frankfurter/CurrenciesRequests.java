package dev.connector.connectors.frankfurter;

import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.Records;

/** What is asked of the API about currencies. */
final class CurrenciesRequests {

  private static final CanonicalForm FORM =
      CanonicalForm.of("currency").text("/code", "/code").text("/name", "/name");

  Request listRequest(Arguments with) {
    return Request.get("currencies.list", "/currencies");
  }

  Listing listPages(Arguments with) {
    return Listing.of(listRequest(with))
        .records(Records.members("", "/code", "/name"))
        .primaryKey("/code");
  }

  /** How the resource is read. */
  Reading reading(Arguments with) {
    return Reading.all(listPages(with));
  }

  /** The resource by the names of the definition. */
  static Resource<Frankfurter> resource() {
    return Resource.<Frankfurter>of("currencies", "currency.json", "/code")
        .canonical(FORM)
        .operation("list", (api, with) -> api.currencies().requests().listRequest(with))
        .reads("list", (api, with) -> api.currencies().requests().reading(with));
  }
}
