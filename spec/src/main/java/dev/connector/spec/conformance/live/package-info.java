/**
 * Holds a definition against the real API, with the user's credentials: the rules LIVE. {@link
 * dev.connector.spec.conformance.live.Verification} goes from authentication to paging, reads only
 * as much as it needs, and says of each step that fails what was asked, what came, why that is a
 * failure and what to change. {@link dev.connector.spec.conformance.live.Wire} sees every request
 * before it leaves and lets none pass that might change anything, unless that was allowed.
 *
 * <p>Depends on {@code engine}, {@code definition}, {@code canonical} and {@code rules}.
 */
package dev.connector.spec.conformance.live;
