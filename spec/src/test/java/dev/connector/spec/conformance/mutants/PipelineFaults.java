package dev.connector.spec.conformance.mutants;

import static dev.connector.spec.conformance.mutants.Edit.RUNTIME;

import java.util.List;
import java.util.stream.Stream;

/** Faults in retries, the breaker and the rate limit. */
final class PipelineFaults {

  private PipelineFaults() {}

  static List<Mutant> all() {
    return Stream.of(retries(), breaker(), rates()).flatMap(List::stream).toList();
  }

  private static List<Mutant> retries() {
    return List.of(
        Mutant.of("no-jitter", "all waits of a kind are equally long", "RETRY-2")
            .edit(RUNTIME + "settings/RetryPolicy.java", "(0.5 + random / 2)", "1"),
        Mutant.of("much-jitter", "waits are longer by up to a half", "RETRY-2")
            .edit(RUNTIME + "settings/RetryPolicy.java", "(0.5 + random / 2)", "(1 + random / 2)"),
        Mutant.of("one-retry-too-many", "retries are counted from one too low", "RETRY-1")
            .also("RETRY-2")
            .edit(
                RUNTIME + "http/Call.java",
                "retries >= pipeline.policy()",
                "retries > pipeline.policy()"),
        Mutant.of("404-retried", "a 404 is tried again", "RETRY-1")
            .edit(
                RUNTIME + "http/ResponseDecoder.java", "Set.of(408, 425,", "Set.of(404, 408, 425,"),
        Mutant.of("425-not-retried", "a 425 is left at", "RETRY-1")
            .edit(RUNTIME + "http/ResponseDecoder.java", "Set.of(408, 425,", "Set.of(408,"),
        Mutant.of("waits-do-not-grow", "each wait is as long as the first", "RETRY-2")
            .edit(RUNTIME + "settings/RetryPolicy.java", "Math.pow(multiplier, n)", "1"),
        Mutant.of("waits-grow-on", "waits grow to three times the longest", "RETRY-2")
            .edit(
                RUNTIME + "settings/RetryPolicy.java",
                "(double) maxDelay.toNanos()",
                "3.0 * maxDelay.toNanos()"),
        Mutant.of("retry-after-ignored", "Retry-After is not read", "RETRY-3")
            .edit(
                RUNTIME + "http/ServerClock.java",
                "String text = headers.get(\"Retry-After\");",
                "String text = null;"),
        Mutant.of("retry-after-date-ignored", "Retry-After is read as seconds alone", "RETRY-3")
            .edit(
                RUNTIME + "http/ServerClock.java",
                "Optional.ofNullable(headers.getDate(\"Retry-After\"))",
                "Optional.<Date>empty()"),
        Mutant.of("budget-not-counted", "a call has five times its budget", "RETRY-4")
            .edit(
                RUNTIME + "http/Pipeline.java",
                "new Budget(policy.deadlines().call())",
                "new Budget(policy.deadlines().call().multipliedBy(5))"),
        Mutant.of("post-repeated", "a POST without a key is sent again", "RETRY-5")
            .edit(
                RUNTIME + "message/Repetition.java",
                "return IDEMPOTENT.contains(method);",
                "return true;"),
        Mutant.of("new-key", "each attempt has an idempotency key of its own", "RETRY-5")
            .edit(
                RUNTIME + "http/CallState.java",
                "return idempotencyKey;",
                "return UUID.randomUUID().toString();"),
        Mutant.of(
                "error-page-as-data",
                "an HTML page is read as data, whatever its status",
                "RETRY-6")
            .edit(
                RUNTIME + "http/ResponseDecoder.java",
                "return response.isSuccessful() ?",
                "return response.isSuccessful()"
                    + " || response.header(\"Content-Type\", \"\").startsWith(\"text/html\") ?"));
  }

  private static List<Mutant> breaker() {
    String file = RUNTIME + "http/Breaker.java";
    return List.of(
        Mutant.of("breaker-not-wired", "failures are not told to the breaker", "BREAK-1")
            .also("BREAK-2", "BREAK-3")
            .edit(
                file,
                "circuit.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(\"failed"
                    + " attempt\"));",
                ""),
        Mutant.of("breaker-counts-4xx", "a refusal counts against the server", "BREAK-1")
            .edit(RUNTIME + "http/Gate.java", "if (status >= 500) {", "if (status >= 400) {"),
        Mutant.of("breaker-opens-shortly", "it is open for a quarter of its time", "BREAK-2")
            .also("BREAK-3")
            .edit(
                file,
                ".waitDurationInOpenState(policy.open())",
                ".waitDurationInOpenState(policy.open().dividedBy(4))"),
        Mutant.of("breaker-closes-early", "it closes after one trial", "BREAK-3")
            .edit(
                file,
                "decide(() -> circuit.onSuccess(0, TimeUnit.NANOSECONDS));",
                "decide(() -> { circuit.onSuccess(0, TimeUnit.NANOSECONDS);"
                    + " if (circuit.getState() == State.HALF_OPEN) {"
                    + " circuit.transitionToClosedState(); } });"),
        Mutant.of("breaker-tries-all", "it lets all calls through as trials", "BREAK-3")
            .edit(
                file,
                ".permittedNumberOfCallsInHalfOpenState(policy.trials())",
                ".permittedNumberOfCallsInHalfOpenState(policy.trials() * 100)"),
        Mutant.of("breaker-waits-for-trials", "a trial that fails does not open it", "BREAK-3")
            .edit(file, "circuit.transitionToOpenState(); //", "//"));
  }

  private static List<Mutant> rates() {
    return List.of(
        Mutant.of("bucket-unbounded", "the bucket holds any number of tokens", "RATE-1")
            .also("RATE-2")
            .edit(
                RUNTIME + "settings/RateLimit.java", ".capacity(burst)", ".capacity(burst * 1000)"),
        Mutant.of("second-quota-ignored", "only the first rate is kept", "RATE-2")
            .edit(
                RUNTIME + "http/Throttle.java",
                "rates.forEach(rate -> builder",
                "rates.stream().limit(1).forEach(rate -> builder"),
        Mutant.of("epoch-as-seconds", "a reset in epoch seconds is not understood", "RATE-3")
            .edit(
                RUNTIME + "http/RateLimitHeaders.java",
                "number > 100_000_000L ? ResetUnit.EPOCH_SECONDS",
                "number < 0 ? ResetUnit.EPOCH_SECONDS"),
        Mutant.of("reset-headers-ignored", "what the API says of its count is not read", "RATE-3")
            .edit(RUNTIME + "http/Throttle.java", "quota(answer).ifPresent(window::observe);", ""));
  }
}
