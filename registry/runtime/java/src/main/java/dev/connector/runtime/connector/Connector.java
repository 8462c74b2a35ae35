package dev.connector.runtime.connector;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.signature.Delivery;

/**
 * One vendor's API, read and called in one way whatever the API. Every command fails with an {@link
 * ApiException}; all but {@link #describe} and {@link #close} fail with {@link
 * ErrorCode#INVALID_CONFIG}, before any request, where a setting is missing or malformed. Safe for
 * use by many threads.
 */
public interface Connector extends AutoCloseable {

  /** What the connector can do; needs no setting and sends nothing. */
  Description describe();

  /** Finds out with one cheap request whether the API accepts the credentials. */
  void check(EventSink events, Cancellation cancellation);

  /**
   * Reads a resource: a schema, then page by page its records and deletes and, where the read is
   * incremental, a checkpoint behind them, and a status at the end. Nothing is fetched before the
   * sink has taken what came before.
   */
  void read(ReadRequest request, EventSink events, Cancellation cancellation);

  /** Makes one call of the API. */
  CallResult call(CallRequest request, EventSink events, Cancellation cancellation);

  /** Judges a delivery and says what changed. */
  DeliveryResult webhook(Delivery delivery);

  /** Waits for what is in flight, then cancels it. Closing twice is harmless. */
  @Override
  void close();
}
