package dev.connector.runtime.http;

import java.util.concurrent.atomic.LongAdder;

/** Counts what a client has done since it was built. */
public final class Metrics {

  private final LongAdder requests = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder records = new LongAdder();
  private final LongAdder listenerFailures = new LongAdder();

  /** Requests sent, retries included. */
  public long requests() {
    return requests.sum();
  }

  /** Calls that ended in an error. */
  public long errors() {
    return errors.sum();
  }

  /** Attempts made again after a failure. */
  public long retries() {
    return retries.sum();
  }

  /** Records handed over by lists. */
  public long records() {
    return records.sum();
  }

  /** Events that a listener failed to take; a call goes on in spite of it. */
  public long listenerFailures() {
    return listenerFailures.sum();
  }

  void countRequest() {
    requests.increment();
  }

  void countError() {
    errors.increment();
  }

  void countRetry() {
    retries.increment();
  }

  void countRecords(long count) {
    records.add(count);
  }

  void countListenerFailure() {
    listenerFailures.increment();
  }

  @Override
  public String toString() {
    return "Metrics[requests="
        + requests
        + ", errors="
        + errors
        + ", retries="
        + retries
        + ", records="
        + records
        + "]";
  }
}
