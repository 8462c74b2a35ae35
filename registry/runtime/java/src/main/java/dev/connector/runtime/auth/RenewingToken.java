package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Patience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A token that is renewed before it expires, once for all threads that need it. */
final class RenewingToken {

  /** Obtains a token. */
  interface Source {

    /** A token other than {@code previous}, which is about to expire or was refused. */
    Token renew(Optional<Token> previous, Patience patience);
  }

  private final Source source;
  private final Duration skew;
  private final Clock clock;
  private Optional<Held> held = Optional.empty();
  private Optional<CompletableFuture<Token>> renewal = Optional.empty();

  RenewingToken(Source source, Duration skew, Clock clock) {
    this.source = source;
    this.skew = skew;
    this.clock = clock;
  }

  /** A token that can be used now. */
  Token current(Patience patience) {
    Optional<Held> known = held();
    if (known.isPresent() && clock.instant().isBefore(known.get().renewAt())) {
      return known.get().token();
    }
    try {
      return renew(known, patience);
    } catch (ApiException failure) {
      if (failure.retryable() && known.isPresent() && !expired(known.get().token())) {
        return known.get().token(); // renewing early was a precaution
      }
      throw failure;
    }
  }

  /** Sees to it that {@link #current} is not the token that was refused. */
  void replace(Optional<Token> refused, Patience patience) {
    Optional<Held> known = held();
    boolean current =
        refused.isEmpty() || known.filter(it -> it.token().equals(refused.get())).isPresent();
    if (current) {
      renew(known, patience);
    }
  }

  private Token renew(Optional<Held> stale, Patience patience) {
    CompletableFuture<Token> mine = new CompletableFuture<>();
    CompletableFuture<Token> running;
    synchronized (this) {
      if (!held.equals(stale)) {
        return held.orElseThrow().token(); // another thread was faster
      }
      running = renewal.orElse(mine);
      renewal = Optional.of(running);
    }
    if (running == mine) {
      obtain(mine, stale, patience);
    }
    try {
      return patience.await(running);
    } catch (ExecutionException failed) {
      ApiException failure = known(failed.getCause());
      boolean othersGaveUp = running != mine && failure.code() == ErrorCode.CANCELLED;
      if (othersGaveUp && !patience.cancellation().cancelled()) {
        return renew(stale, patience);
      }
      throw failure;
    }
  }

  private void obtain(CompletableFuture<Token> promise, Optional<Held> stale, Patience patience) {
    Token fresh;
    try {
      fresh = source.renew(stale.map(Held::token), patience);
    } catch (RuntimeException | Error failure) {
      done(stale);
      promise.completeExceptionally(failure);
      return;
    }
    done(Optional.of(new Held(fresh, renewAt(fresh))));
    promise.complete(fresh);
  }

  private synchronized void done(Optional<Held> result) {
    held = result;
    renewal = Optional.empty();
  }

  private synchronized Optional<Held> held() {
    return held;
  }

  private Instant renewAt(Token token) {
    Instant now = clock.instant();
    return token
        .expiresAt()
        .map(
            expiry -> {
              // A token that lives no longer than the skew would otherwise be renewed every time.
              Duration half = Duration.between(now, expiry).dividedBy(2);
              return expiry.minus(half.compareTo(skew) < 0 ? half : skew);
            })
        .orElse(Instant.MAX);
  }

  private boolean expired(Token token) {
    return token.expiresAt().filter(expiry -> !clock.instant().isBefore(expiry)).isPresent();
  }

  private static ApiException known(Throwable failure) {
    return failure instanceof ApiException known
        ? known
        : new ApiException(ErrorCode.AUTH_FAILED, "the token could not be renewed", failure);
  }

  private record Held(Token token, Instant renewAt) {}
}
