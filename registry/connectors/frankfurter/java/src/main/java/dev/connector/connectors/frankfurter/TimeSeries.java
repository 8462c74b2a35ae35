package dev.connector.connectors.frankfurter;

import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.RecordStream;
import java.time.LocalDate;

/**
 * The rates of each working day, oldest first.
 *
 * <p>Safe for use by many threads.
 */
public final class TimeSeries {

  private final ApiClient client;
  private final TimeSeriesRequests requests;

  TimeSeries(ApiClient client, TimeSeriesRequests requests) {
    this.client = client;
    this.requests = requests;
  }

  TimeSeriesRequests requests() {
    return requests;
  }

  /** The rates of each working day from one on up to today. */
  public RecordStream<Rates> list() {
    return client.list(requests.listPages(Arguments.none()), Rates.class);
  }

  /**
   * The rates of each working day of a period.
   *
   * @param from The first day.
   * @param to The last day.
   */
  public RecordStream<Rates> range(LocalDate from, LocalDate to) {
    return client.list(
        requests.rangePages(Arguments.none().with("from", from).with("to", to)), Rates.class);
  }

  /**
   * The rates of a day, or of the working day before it.
   *
   * @param date The day.
   */
  public Rates get(LocalDate date) {
    return client.send(requests.getRequest(Arguments.none().with("date", date))).as(Rates.class);
  }

  /**
   * What changed since a checkpoint.
   *
   * <p>The rates of each working day from one on up to today.
   *
   * @param since where the read before this one ended; NONE begins anew
   */
  public ChangeStream<Rates> changes(Checkpoint since) {
    Arguments with = Arguments.none();
    return client.changes(requests.listPages(with), requests.incremental(with), since, Rates.class);
  }
}
