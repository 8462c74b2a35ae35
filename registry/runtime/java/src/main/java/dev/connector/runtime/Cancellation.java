package dev.connector.runtime;

import java.util.concurrent.CompletableFuture;

/**
 * A caller's way to give up: {@link #cancel} from any thread ends, with {@link
 * ErrorCode#CANCELLED}, every call that was handed this object, on the wire, in a queue or in a
 * wait between attempts.
 */
public final class Cancellation {

  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

  /** Cancels once and for all; further calls change nothing. */
  public void cancel() {
    cancelled.complete(null);
  }

  public boolean cancelled() {
    return cancelled.isDone();
  }
}
