package dev.connector.connectors.frankfurter;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.paging.RecordStream;
import dev.connector.runtime.paging.Records;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.TimeFormat;
import java.time.LocalDate;

/**
 * Reads the rates of each working day, oldest first. A period that begins on a day without rates
 * begins with those of the working day before it.
 */
public final class TimeSeries {

  private static final String FROM = "/{cursor}..";

  private final ApiClient client;
  private final FrankfurterSettings settings;

  TimeSeries(ApiClient client, FrankfurterSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** The rates of each working day from {@link FrankfurterSettings#start} up to today. */
  public RecordStream<Rates> list() {
    Request request =
        Request.get("timeSeries.list", FROM).variable("cursor", settings.start().toString());
    return client.list(listing(request), Rates.class);
  }

  /** The rates of each working day of a period, its last day included. */
  public RecordStream<Rates> range(LocalDate from, LocalDate to) {
    Request request =
        Request.get("timeSeries.range", "/{from}..{to}")
            .variable("from", from.toString())
            .variable("to", to.toString());
    return client.list(listing(request), Rates.class);
  }

  /** The rates of a day, or of the working day before it. */
  public Rates get(LocalDate date) {
    Request request = Request.get("timeSeries.get", "/{date}").variable("date", date.toString());
    return client.send(settings.choose(request)).as(Rates.class);
  }

  /**
   * The days since a checkpoint; {@link Checkpoint#NONE} reads from {@link
   * FrankfurterSettings#start} on. Today's rates come again where they were published anew.
   */
  public ChangeStream<Rates> changes(Checkpoint since) {
    Incremental byDate =
        Incremental.byTime("/date", Parameter.variable("cursor"))
            .format(TimeFormat.DATE)
            .from(TextNode.valueOf(settings.start().toString()))
            .ascending();
    Listing listing = listing(Request.get("timeSeries.list", FROM));
    return client.changes(listing, byDate, since, Rates.class);
  }

  private Listing listing(Request request) {
    return Listing.of(settings.choose(request))
        .records(Records.members("/rates", "/date", "/rates").copy("/base", "/base"))
        .primaryKey("/date", "/base");
  }
}
