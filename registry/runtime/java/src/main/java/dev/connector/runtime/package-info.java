/**
 * What every Java connector stands on. A leaf: depends on OkHttp, Jackson, bucket4j and
 * resilience4j, and on nothing of this project.
 *
 * <p>Ten packages, each standing on some of those above it:
 *
 * <ol>
 *   <li>{@code message}: requests, responses, coded errors, the budget and cancellation of a call
 *   <li>{@code settings}: configuration, secrets, and every value of the policy
 *   <li>{@code signature}: verification of webhooks
 *   <li>{@code auth}: credentials, tokens and where they are kept
 *   <li>{@code paging}: lists read lazily, checkpoints, changes
 *   <li>{@code http}: the client and its pipeline; start there, at {@code ApiClient}
 *   <li>{@code schema}: whether a record is what its schema says; on its own
 *   <li>{@code canonical}: records of the types that connectors share
 *   <li>{@code connector}: what every connector answers to, whatever it is made of, and the
 *       protocol it speaks as a process
 *   <li>{@code adapter}: makes such a connector of a typed client
 * </ol>
 */
package dev.connector.runtime;
