package dev.connector.spec.conformance.mutants;

import java.util.List;

/** Faults in what every request passes through. */
final class PipelineFaults {

  private static final String RUNTIME =
      "registry/runtime/java/src/main/java/dev/connector/runtime/";

  private PipelineFaults() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of("no-jitter", "all waits of a kind are equally long", "RETRY-2")
            .edit(RUNTIME + "settings/RetryPolicy.java", "(0.5 + random / 2)", "1"),
        Mutant.of("much-jitter", "waits are spread up to twice their length", "RETRY-2")
            .edit(
                RUNTIME + "settings/RetryPolicy.java",
                "(0.5 + random / 2)",
                "(0.5 + random * 1.5)"),
        Mutant.of("one-retry-too-many", "retries are counted from one too low", "RETRY-1")
            .also("RETRY-2")
            .edit(
                RUNTIME + "http/Call.java",
                "retries >= pipeline.policy()",
                "retries > pipeline.policy()"),
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
        Mutant.of("breaker-not-wired", "failures are not told to the breaker", "BREAK-1")
            .also("BREAK-2", "BREAK-3")
            .edit(
                RUNTIME + "http/Breaker.java",
                "circuit.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(\"failed"
                    + " attempt\"));",
                ""),
        Mutant.of("breaker-counts-4xx", "a refusal counts against the server", "BREAK-1")
            .edit(RUNTIME + "http/Gate.java", "if (status >= 500) {", "if (status >= 400) {"));
  }
}
