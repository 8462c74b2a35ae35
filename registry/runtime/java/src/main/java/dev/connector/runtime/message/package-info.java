/**
 * What passes between a connector and an API: requests, responses, coded errors, and the budget and
 * cancellation of a call.
 *
 * <p>Depends on OkHttp and Jackson only. Start at {@code Request} and {@code ApiException}.
 */
package dev.connector.runtime.message;
