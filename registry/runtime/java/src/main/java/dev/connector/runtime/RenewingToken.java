package dev.connector.runtime;

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
    Token renew(Optional<Token> previous);
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
  Token current() {
    Optional<Held> known = held();
    if (known.isPresent() && clock.instant().isBefore(known.get().renewAt())) {
      return known.get().token();
    }
    try {
      return renew(known);
    } catch (ApiException failure) {
      if (failure.retryable() && known.isPresent() && !expired(known.get().token())) {
        return known.get().token(); // renewing early was a precaution
      }
      throw failure;
    }
  }

  /** Sees to it that {@link #current} is not the token that was refused. */
  void replace(Optional<Token> refused) {
    Optional<Held> known = held();
    boolean current =
        refused.isEmpty() || known.filter(it -> it.token().equals(refused.get())).isPresent();
    if (current) {
      renew(known);
    }
  }

  private Token renew(Optional<Held> stale) {
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
      obtain(mine, stale);
    }
    return await(running);
  }

  private void obtain(CompletableFuture<Token> promise, Optional<Held> stale) {
    Token fresh;
    try {
      fresh = source.renew(stale.map(Held::token));
    } catch (RuntimeException | Error failure) {
      done(held());
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

  private static Token await(CompletableFuture<Token> renewal) {
    try {
      return renewal.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof ApiException known) {
        throw known;
      }
      throw new ApiException(
          ErrorCode.AUTH_FAILED, "the token could not be renewed", failure.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ApiException(ErrorCode.CANCELLED, "interrupted while waiting for a token", stop);
    }
  }

  private record Held(Token token, Instant renewAt) {}
}
