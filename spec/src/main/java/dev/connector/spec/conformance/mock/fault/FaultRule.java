package dev.connector.spec.conformance.mock.fault;

import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Which requests a fault is for: {@code Fault.status(500).times(2).on("contacts.list").after(1)}
 * spoils the second and the third page of a list.
 *
 * @param times how many answers are spoiled at most
 * @param after how many requests that it is for pass unharmed before
 * @param when the requests it is for
 */
public record FaultRule(Fault fault, int times, int after, Predicate<SeenRequest> when) {

  public FaultRule {
    Objects.requireNonNull(fault);
    Objects.requireNonNull(when);
    if (times < 1 || after < 0) {
      throw new IllegalArgumentException("a fault happens at least once, after none or some");
    }
  }

  /**
   * Only for requests of one operation.
   *
   * @param operation {@code contacts.list}, or {@link SeenRequest#TOKEN}
   */
  public FaultRule on(String operation) {
    return when(request -> request.operation().equals(operation));
  }

  /** Only for requests to the token endpoint or the login. */
  public FaultRule onToken() {
    return on(SeenRequest.TOKEN);
  }

  /** Only for what is no token endpoint, login or consent. */
  public FaultRule onApi() {
    return when(
        request ->
            !request.operation().equals(SeenRequest.TOKEN)
                && !request.operation().equals(SeenRequest.AUTHORIZE));
  }

  /** Only for requests that fit this, too. */
  public FaultRule when(Predicate<SeenRequest> more) {
    return new FaultRule(fault, times, after, when.and(more));
  }

  /** Only after this many requests that it is for. */
  public FaultRule after(int requests) {
    return new FaultRule(fault, times, requests, when);
  }
}
