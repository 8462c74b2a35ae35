package dev.connector.runtime.http;

import dev.connector.runtime.message.Endpoint;
import dev.connector.runtime.message.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What happened to one attempt; holds no value of the caller's, so it is fit for any log.
 *
 * @param endpoint operation, method and path template
 * @param attempt counts the requests of a call from 1
 * @param status the HTTP status; empty where there was no answer
 * @param error what went wrong; empty after a success or a redirect
 * @param duration of this attempt alone, waits before it not included
 * @param correlationId the same for all attempts of a call
 * @param limit what is known of the API's rate limit after this attempt
 */
public record AttemptEvent(
    Endpoint endpoint,
    int attempt,
    OptionalInt status,
    Optional<ErrorCode> error,
    Duration duration,
    String correlationId,
    LimitState limit) {}
