/**
 * What every Java connector stands on. A leaf: depends on OkHttp, Jackson, bucket4j and
 * resilience4j, and on nothing of this project.
 *
 * <p>Six packages, each standing on those above it only:
 *
 * <ol>
 *   <li>{@code message}: requests, responses, coded errors, the budget and cancellation of a call
 *   <li>{@code settings}: configuration, secrets, and every value of the policy
 *   <li>{@code signature}: verification of webhooks
 *   <li>{@code auth}: credentials, tokens and where they are kept
 *   <li>{@code paging}: lists read lazily, checkpoints, changes
 *   <li>{@code http}: the client and its pipeline; start there, at {@code ApiClient}
 * </ol>
 */
package dev.connector.runtime;
