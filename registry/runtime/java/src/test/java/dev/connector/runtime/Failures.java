package dev.connector.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.message.ApiException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads the failure that an action must end in. */
public final class Failures {

  private Failures() {}

  public static ApiException failure(ThrowingCallable action) {
    ApiException[] caught = new ApiException[1];
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(ApiException.class, failure -> caught[0] = failure);
    return caught[0];
  }
}
