package dev.connector.runtime.http;

import dev.connector.runtime.message.Budget;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.Redactor;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The parts of a client that its calls work with.
 *
 * @param redactor knows the secrets that are known from the start
 * @param random spreads the delays before retries; gives values from 0 to 1
 */
record Pipeline(
    Attempts attempts, Policy policy, Redactor redactor, DoubleSupplier random, Hooks hooks) {

  /** Makes one logical call. */
  Response call(Request request, Cancellation cancellation) {
    Budget budget = new Budget(policy.deadlines().call());
    return new Call(this, request, new CallState(budget, cancellation, redactor)).run();
  }

  Metrics metrics() {
    return attempts.metrics();
  }

  /** The delay before retry {@code n}, which counts from 0. */
  Duration delay(int n) {
    return policy.retries().delay(n, random.getAsDouble());
  }
}
