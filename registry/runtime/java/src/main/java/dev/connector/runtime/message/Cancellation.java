package dev.connector.runtime.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A caller's way to give up: {@link #cancel} from any thread ends, with {@link
 * ErrorCode#CANCELLED}, every call that was handed this object, on the wire, in a queue or in a
 * wait between attempts.
 */
public final class Cancellation {

  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final Set<Registration> registrations = new LinkedHashSet<>();

  /** Cancels once and for all; further calls change nothing. */
  public void cancel() {
    List<Registration> told;
    synchronized (this) {
      cancelled.countDown();
      told = new ArrayList<>(registrations);
      registrations.clear();
    }
    told.forEach(registration -> registration.action.run());
  }

  public boolean cancelled() {
    return cancelled.getCount() == 0;
  }

  /** Runs the action on cancellation, at once where that has happened, until it is removed. */
  public Registration onCancel(Runnable action) {
    Registration registration = new Registration(action);
    synchronized (this) {
      if (!cancelled()) {
        registrations.add(registration);
        return registration;
      }
    }
    action.run();
    return registration;
  }

  /** Waits, unless it is cancelled or the thread interrupted. */
  public void sleep(Duration time) {
    boolean woken;
    try {
      woken = cancelled.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    if (woken) {
      throw error();
    }
  }

  public void check() {
    if (cancelled()) {
      throw error();
    }
  }

  public static ApiException error() {
    return new ApiException(ErrorCode.CANCELLED, "the call was cancelled");
  }

  /** An interrupt is a cancellation too, and is left visible to the thread's owner. */
  public static ApiException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new ApiException(ErrorCode.CANCELLED, "the calling thread was interrupted", cause);
  }

  /** The interest of one call in a cancellation, which may outlive many calls. */
  public final class Registration {

    private final Runnable action;

    private Registration(Runnable action) {
      this.action = action;
    }

    public void remove() {
      synchronized (Cancellation.this) {
        registrations.remove(this);
      }
    }
  }
}
