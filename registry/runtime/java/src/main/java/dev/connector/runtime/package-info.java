/**
 * What every Java connector stands on: one request pipeline (deadlines, retries, circuit breaker,
 * rate limits, coded errors), authentication, lazy pagination, checkpoints and webhook
 * verification.
 *
 * <p>A leaf: depends on OkHttp, Jackson, bucket4j and resilience4j, and on nothing of this project.
 * Start at {@code ApiClient}.
 */
package dev.connector.runtime;
