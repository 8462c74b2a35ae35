/**
 * Signed content: the verification of webhooks, and what signing requests shares with it.
 *
 * <p>May depend on {@code message}. Start at {@code Webhooks}.
 */
package dev.connector.runtime.signature;
