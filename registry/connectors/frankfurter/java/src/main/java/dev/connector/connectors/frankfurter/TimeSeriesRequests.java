package dev.connector.connectors.frankfurter;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.adapter.Argument;
import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.adapter.Resource;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.Records;
import java.util.List;

/** What is asked of the API about timeSeries. */
final class TimeSeriesRequests {

  private static final List<Argument> RANGE =
      List.of(Argument.required("from"), Argument.required("to"));
  private static final List<Argument> GET = List.of(Argument.required("date"));

  private final FrankfurterSettings settings;

  TimeSeriesRequests(FrankfurterSettings settings) {
    this.settings = settings;
  }

  Request listRequest(Arguments given) {
    Arguments with =
        given.or(
            "cursor",
            TimeFormat.DATE.write(TimeFormat.read(TextNode.valueOf(settings.start()))).asText());
    return Request.get("timeSeries.list", "/{cursor}..")
        .variable("cursor", with.text("cursor"))
        .query("base", settings.base())
        .query("symbols", settings.symbols());
  }

  Listing listPages(Arguments with) {
    return Listing.of(listRequest(with))
        .records(Records.members("/rates", "/date", "/rates").copy("/base", "/base"))
        .primaryKey("/date", "/base");
  }

  Request rangeRequest(Arguments with) {
    return Request.get("timeSeries.range", "/{from}..{to}")
        .variable("from", with.text("from"))
        .variable("to", with.text("to"))
        .query("base", settings.base())
        .query("symbols", settings.symbols());
  }

  Listing rangePages(Arguments with) {
    return Listing.of(rangeRequest(with))
        .records(Records.members("/rates", "/date", "/rates").copy("/base", "/base"))
        .primaryKey("/date", "/base");
  }

  Request getRequest(Arguments with) {
    return Request.get("timeSeries.get", "/{date}")
        .variable("date", with.text("date"))
        .query("base", settings.base())
        .query("symbols", settings.symbols());
  }

  /** How only what changed is read. */
  Incremental incremental(Arguments with) {
    return Incremental.byTime(
            "/date",
            Parameter.by((request, cursor) -> listRequest(with.with("cursor", cursor.asText()))))
        .format(TimeFormat.DATE)
        .from(TextNode.valueOf(settings.start()))
        .ascending();
  }

  /** How the resource is read. */
  Reading reading(Arguments with) {
    return Reading.changes(listPages(with), incremental(with));
  }

  /** The resource by the names of the definition. */
  static Resource<Frankfurter> resource() {
    return Resource.<Frankfurter>of("timeSeries", "rates.json", "/date", "/base")
        .operation("list", (api, with) -> api.timeSeries().requests().listRequest(with))
        .operation("range", RANGE, (api, with) -> api.timeSeries().requests().rangeRequest(with))
        .operation("get", GET, (api, with) -> api.timeSeries().requests().getRequest(with))
        .readsChanges("list", (api, with) -> api.timeSeries().requests().reading(with));
  }
}
