package dev.connector.spec.conformance.live;

import dev.connector.runtime.connector.Event;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the API lets the user in (LIVE-1). */
final class Entry {

  private static final String WHAT = "credentials";

  /** What is the same for every request. */
  private static final Set<ErrorCode> HOPELESS =
      Set.of(ErrorCode.AUTH_FAILED, ErrorCode.NETWORK_ERROR, ErrorCode.TIMEOUT);

  private final Session session;
  private final Diagnosis diagnosis;
  private Optional<Step.Failed> refusal = Optional.empty();
  private Optional<String> unclear = Optional.empty();
  private Optional<ErrorCode> closed = Optional.empty();

  Entry(Session session, Diagnosis diagnosis) {
    this.session = session;
    this.diagnosis = diagnosis;
  }

  /**
   * Asks once.
   *
   * @throws ApiException where a setting is missing or malformed, before anything is sent
   */
  void open(Steps steps) {
    session.wire().begin(Integer.MAX_VALUE);
    List<Event> events = new ArrayList<>();
    try {
      session.connector().check(events::add, session.terms().stop().cancellation());
      accepted(steps);
    } catch (ApiException failure) {
      if (failure.code() == ErrorCode.INVALID_CONFIG) {
        throw failure;
      }
      failed(failure, steps);
    }
  }

  /** Why asking for anything else makes no sense; empty where it does. */
  Optional<ErrorCode> closed() {
    return closed;
  }

  private void failed(ApiException failure, Steps steps) {
    if (failure.code() == ErrorCode.PARSING_ERROR && answeredInJson()) {
      accepted(steps); // whoever is let in; where the records are is for another rule
      return;
    }
    Step step = diagnosis.of(operation(failure), failure);
    boolean hopeless = HOPELESS.contains(failure.code()) || session.terms().stop().stopped();
    if (hopeless) {
      steps.add(step);
      closed = Optional.of(failure.code());
      return;
    }
    refusal =
        Optional.of(step)
            .filter(Step.Failed.class::isInstance)
            .map(Step.Failed.class::cast)
            .filter(it -> failure.code() == ErrorCode.FORBIDDEN || asksForItselfOnly());
    unclear = Optional.of(String.valueOf(failure.getMessage()));
  }

  private boolean answeredInJson() {
    return session.wire().exchanges().stream()
        .filter(it -> !it.isAboutToken())
        .reduce((first, second) -> second)
        .flatMap(Exchange::answer)
        .filter(it -> it.isSuccess() && it.isJson())
        .isPresent();
  }

  /** Later requests tell what the first one did not. */
  void judge(Steps steps, boolean anythingAnswered) {
    if (unclear.isEmpty()) {
      return;
    }
    if (refusal.isPresent() && (asksForItselfOnly() || !anythingAnswered)) {
      steps.add(refusal.get());
    } else if (anythingAnswered) {
      steps.add(passed("other requests were answered"));
    } else {
      steps.add(new Step.Open(WHAT, "no request told whether they are accepted: " + unclear.get()));
    }
  }

  private void accepted(Steps steps) {
    steps.add(
        passed(
            session.wire().exchanges().stream()
                .filter(it -> !it.isAboutToken())
                .reduce((first, second) -> second)
                .map(
                    it ->
                        it.sent().method()
                            + " "
                            + it.sent().url().encodedPath()
                            + " answered "
                            + it.status())
                .orElse("a request was answered")));
  }

  private Step passed(String seen) {
    return diagnosis.credentials().inUse() < 0
        ? new Step.Absent(WHAT, "this API asks for no credentials")
        : new Step.Passed(WHAT, seen);
  }

  /** Whether what is asked for is something that no read would ask for as well. */
  private boolean asksForItselfOnly() {
    return session
        .definition()
        .check()
        .filter(
            it ->
                !Claim.of(it.resource(), session.definition().resources().get(it.resource()))
                    .read()
                    .equals(Optional.of(it.operation())))
        .isPresent();
  }

  private String operation(ApiException failure) {
    return failure.operation().isEmpty()
        ? session.definition().check().map(Object::toString).orElse(WHAT)
        : failure.operation();
  }
}
