package dev.connector.spec.conformance.mutants;

import static dev.connector.spec.conformance.mutants.Edit.RUNTIME;

import java.util.List;
import java.util.stream.Stream;

/** Faults in requests, errors and events, and in how a connector begins and ends. */
final class ErrorFaults {

  private static final String TRANSPORT = RUNTIME + "http/Transport.java";
  private static final String DECODER = RUNTIME + "http/ResponseDecoder.java";

  private ErrorFaults() {}

  static List<Mutant> all() {
    return Stream.of(requests(), errors(), surroundings()).flatMap(List::stream).toList();
  }

  private static List<Mutant> requests() {
    return List.of(
        Mutant.of("deadline-per-read", "the deadline starts anew with each byte", "REQ-1")
            .edit(TRANSPORT, ".readTimeout(Duration.ZERO)", ".readTimeout(limit)")
            .edit(
                TRANSPORT,
                "exchange.timeout().timeout(deadline.toNanos(), TimeUnit.NANOSECONDS);",
                ""),
        Mutant.of("cancel-is-not-heard", "a cancel does not abort the request", "REQ-2")
            .edit(TRANSPORT, ".onCancel(exchange::cancel)", ".onCancel(() -> {})"),
        Mutant.of("unbounded-concurrency", "there is a slot for everybody", "REQ-3")
            .edit(RUNTIME + "http/Slots.java", "if (free > 0) {", "if (true) {"),
        Mutant.of("unbounded-queue", "any number of calls may wait", "REQ-3")
            .edit(RUNTIME + "http/Calls.java", "if (active.size() >= limit) {", "if (false) {"),
        Mutant.of("no-default-headers", "the declared headers are left out", "REQ-4")
            .edit(RUNTIME + "http/RequestEncoder.java", "set(headers, defaults.headers());", ""),
        Mutant.of("new-id", "each attempt has a correlation id of its own", "REQ-5")
            .edit(
                RUNTIME + "http/RequestEncoder.java",
                "headers.set(defaults.correlationHeader(), call.correlationId());",
                "headers.set(defaults.correlationHeader(), java.util.UUID.randomUUID().toString());"),
        Mutant.of("no-user-agent", "requests do not say who asks", "REQ-4")
            .edit(RUNTIME + "http/ApiClientBuilder.java", ".header(\"User-Agent\", userAgent)", ""),
        Mutant.of("token-request-unnamed", "requests for tokens do not say who asks", "REQ-4")
            .in(Showcase.CHANGING)
            .edit(
                RUNTIME + "auth/TokenHttp.java",
                "Call exchange = http(patience).newCall(request);",
                "Call exchange = new OkHttpClient.Builder().followRedirects(false).build()"
                    + ".newCall(request);"),
        Mutant.of("error-without-id", "errors do not have the correlation id", "REQ-5")
            .also("ERR-3")
            .edit(
                RUNTIME + "http/CallState.java",
                "new ErrorContext(Optional.of(endpoint), correlationId,",
                "new ErrorContext(Optional.of(endpoint), \"\","),
        Mutant.of("bomb-accepted", "the size of a body is that before decoding", "REQ-6")
            .edit(
                DECODER,
                "if (source.request(limit + 1)) {",
                "if (response.body().contentLength() > limit || source.request(limit * 10000)) {"));
  }

  private static List<Mutant> errors() {
    return List.of(
        Mutant.of("refusal-as-data", "a 404 is handed over as data", "ERR-1")
            .also("ERR-2", "ERR-3")
            .edit(
                DECODER,
                "return response.isSuccessful() ?",
                "return response.isSuccessful() || response.code() == 404 ?"),
        Mutant.of("error-ends-list", "an error on a later page ends the list", "ERR-1")
            .edit(
                RUNTIME + "paging/RecordStream.java",
                "page.addAll(pages.read().records());",
                "try { page.addAll(pages.read().records()); } catch (ApiException e) {"
                    + " if (pages.position().get().isStart()) { throw e; } return false; }"),
        Mutant.of("wrong-code", "a 403 is called AUTH_FAILED", "ERR-2")
            .edit(RUNTIME + "message/ErrorCode.java", "return FORBIDDEN;", "return AUTH_FAILED;"),
        Mutant.of("attempts-missing", "errors do not tell the number of attempts", "ERR-3")
            .edit(
                RUNTIME + "http/CallState.java",
                "correlationId, status, attempts, budget.elapsed());",
                "correlationId, status, 0, budget.elapsed());"),
        Mutant.of("error-rule-ignored", "a 200 that says it is an error is data", "ERR-4")
            .also("ERR-1", "ERR-2")
            .edit(
                DECODER,
                ".filter(rule -> rule.matches(response.code(), body))",
                ".filter(rule -> false)"),
        Mutant.of("no-excerpt", "what is not JSON is not quoted", "ERR-4")
            .edit(DECODER, "\"the body is not JSON: \" + words", "\"the body is not JSON\""),
        Mutant.of("secret-in-message", "secrets are not taken out of messages", "ERR-5")
            .edit(
                RUNTIME + "settings/Redactor.java",
                "for (String form : forms) {",
                "for (String form : Set.<String>of()) {"),
        Mutant.of("secret-in-log", "requests are logged with their credential", "ERR-5")
            .asProcess()
            .edit(
                TRANSPORT,
                "Call exchange = http.newCall(request);",
                "Call exchange = http.newCall(request);"
                    + " System.err.println(request.url() + \" \" + request.headers().toMultimap());"));
  }

  private static List<Mutant> surroundings() {
    return List.of(
        Mutant.of("value-in-message", "a malformed setting is quoted", "LIFE-1")
            .edit(
                RUNTIME + "settings/Settings.java",
                "problems.add(variable + \" must be \" + setting.shape().description());",
                "problems.add(variable + \" must be \" + setting.shape().description()"
                    + " + \", not \" + value.get());"),
        Mutant.of("settings-not-required", "what is missing is not missed", "LIFE-1")
            .edit(
                RUNTIME + "settings/Settings.java",
                "if (value.isEmpty() && setting.required()) {",
                "if (false) {"),
        Mutant.of("used-after-close", "a closed connector goes on", "LIFE-2")
            .edit(RUNTIME + "adapter/ClientConnector.java", "if (closed) {", "if (false) {")
            .edit(RUNTIME + "http/Calls.java", "if (closed) {", "if (false) {"),
        Mutant.of("close-does-not-wait", "closing cancels what is in flight at once", "LIFE-2")
            .edit(RUNTIME + "http/Calls.java", "awaitIdle();\n      late", "late"),
        Mutant.of("attempts-not-numbered", "each attempt is called the first", "OBS-1")
            .edit(RUNTIME + "http/Attempts.java", "call.attempts(),", "1,"),
        Mutant.of("limit-not-told", "events do not say what is left of a limit", "OBS-1")
            .edit(RUNTIME + "http/Attempts.java", "gate.limits()", "LimitState.UNKNOWN"),
        Mutant.of("path-with-values", "events have no template of the path", "OBS-1")
            .edit(
                RUNTIME + "connector/EventJson.java",
                "attempt.endpoint().path())",
                "attempt.endpoint().path().replace(\"{\", \"\"))"));
  }
}
