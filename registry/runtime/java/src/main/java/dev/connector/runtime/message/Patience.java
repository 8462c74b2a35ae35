package dev.connector.runtime.message;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;

/**
 * How long the call that needs a credential can wait for it. Travels as a tag of its request.
 *
 * @param budget what is left of the call's time
 * @param cancellation ends the wait
 * @param http sends what has to be sent for it
 */
public record Patience(Budget budget, Cancellation cancellation, OkHttpClient http) {

  /** Of this request; without end where no call has set one. */
  public static Patience of(okhttp3.Request request) {
    Patience patience = request.tag(Patience.class);
    return patience == null ? endless() : patience;
  }

  public static Patience endless() {
    return new Patience(new Budget(Duration.ofDays(1)), new Cancellation(), new OkHttpClient());
  }

  /** Waits for what another thread is doing. */
  public <T> T await(CompletableFuture<T> others) throws ExecutionException {
    CompletableFuture<T> own = others.copy();
    Cancellation.Registration registration =
        cancellation.onCancel(() -> own.completeExceptionally(Cancellation.error()));
    try {
      return own.get(budget.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw budget.exhausted();
    } catch (InterruptedException stop) {
      throw Cancellation.interrupted(stop);
    } finally {
      registration.remove();
    }
  }
}
