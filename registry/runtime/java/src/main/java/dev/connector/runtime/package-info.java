/**
 * What every Java connector stands on: one request pipeline (deadlines, retries, circuit breaker,
 * rate limits, coded errors), authentication, lazy pagination, checkpoints and webhook
 * verification.
 *
 * <p>A leaf: depends on OkHttp, Jackson, bucket4j and resilience4j, and on nothing of this project.
 *
 * <p>Start at {@link ApiClient}. The way of a request, and where to look:
 *
 * <ol>
 *   <li>{@link ApiClient} admits it ({@code Calls}) and makes it a {@code Call}: the loop of
 *       attempts, retries and redirects, within a {@code Budget}.
 *   <li>{@code Attempts} makes one attempt. {@code RequestEncoder} turns the {@link Request} into
 *       HTTP; {@code Gate} makes it wait for circuit ({@code Breaker}), slot ({@code Slots}) and
 *       rate ({@code Throttle}); {@code Authorizer} lets the credential on it, to its own origin
 *       alone; {@code Transport} sends it; {@code ResponseDecoder} says what came of it, as an
 *       {@code Outcome}.
 *   <li>Whatever goes wrong leaves as an {@link ApiException}, through the {@code Redactor}.
 * </ol>
 *
 * <p>Beside it stand the values a client is made of: {@link Policy} and {@link Settings} (numbers
 * and configuration), {@link Authentication} and its kinds, {@link RateLimit}, {@link ErrorRule},
 * {@link Hook} and {@link AttemptListener}; and what reads many records: {@link Listing}, {@link
 * Pagination}, {@link RecordStream}, {@link ChangeStream}. {@link Webhooks} verifies what an API
 * sends.
 */
package dev.connector.runtime;
