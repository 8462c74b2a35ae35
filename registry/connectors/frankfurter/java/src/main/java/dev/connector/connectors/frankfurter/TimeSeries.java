package dev.connector.connectors.frankfurter;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.adapter.Reading;
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

  private final ApiClient client;
  private final FrankfurterSettings settings;

  TimeSeries(ApiClient client, FrankfurterSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** The rates of each working day from {@link FrankfurterSettings#start} up to today. */
  public RecordStream<Rates> list() {
    return client.list(listing(listRequest()), Rates.class);
  }

  /** The rates of each working day of a period, its last day included. */
  public RecordStream<Rates> range(LocalDate from, LocalDate to) {
    return client.list(listing(rangeRequest(from.toString(), to.toString())), Rates.class);
  }

  /** The rates of a day, or of the working day before it. */
  public Rates get(LocalDate date) {
    return client.send(getRequest(date.toString())).as(Rates.class);
  }

  /**
   * The days since a checkpoint; {@link Checkpoint#NONE} reads from {@link
   * FrankfurterSettings#start} on. Today's rates come again where they were published anew.
   */
  public ChangeStream<Rates> changes(Checkpoint since) {
    return client.changes(listing(listRequest()), byDate(), since, Rates.class);
  }

  /** What changed, whatever its records are. */
  Reading reading() {
    return Reading.changes(listing(listRequest()), byDate());
  }

  Request listRequest() {
    return settings.choose(
        Request.get("timeSeries.list", "/{cursor}..")
            .variable("cursor", settings.start().toString()));
  }

  Request rangeRequest(String from, String to) {
    return settings.choose(
        Request.get("timeSeries.range", "/{from}..{to}").variable("from", from).variable("to", to));
  }

  Request getRequest(String date) {
    return settings.choose(Request.get("timeSeries.get", "/{date}").variable("date", date));
  }

  private Incremental byDate() {
    return Incremental.byTime("/date", Parameter.variable("cursor"))
        .format(TimeFormat.DATE)
        .from(TextNode.valueOf(settings.start().toString()))
        .ascending();
  }

  private static Listing listing(Request request) {
    return Listing.of(request)
        .records(Records.members("/rates", "/date", "/rates").copy("/base", "/base"))
        .primaryKey("/date", "/base");
  }
}
