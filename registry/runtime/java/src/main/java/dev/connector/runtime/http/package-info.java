/**
 * The client: one pipeline for every request, with deadlines, retries, circuit breaker, rate
 * limits, events and hooks. Stands on all the other packages.
 *
 * <p>Start at {@link ApiClient}. The way of a request, and where to look:
 *
 * <ol>
 *   <li>{@link ApiClient} admits it ({@code Calls}) and makes it a {@code Call}: the loop of
 *       attempts, retries and redirects, within a budget.
 *   <li>{@code Attempts} makes one attempt. {@code RequestEncoder} turns the request into HTTP;
 *       {@code Gate} makes it wait for circuit ({@code Breaker}), slot ({@code Slots}) and rate
 *       ({@code Throttle}); {@code Authorizer} lets the credential on it, to its own origin alone;
 *       {@code Transport} sends it; {@code ResponseDecoder} says what came of it, as an {@code
 *       Outcome}.
 *   <li>Whatever goes wrong leaves as an {@code ApiException}, without secrets.
 * </ol>
 *
 * <p>{@link Hook} and {@link AttemptListener} are where a team adds its own.
 */
package dev.connector.runtime.http;
