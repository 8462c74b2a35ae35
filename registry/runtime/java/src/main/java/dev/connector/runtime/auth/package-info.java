/**
 * Credentials: where they go, how tokens are obtained, renewed in time, and kept.
 *
 * <p>May depend on {@code message}, {@code settings} and {@code signature}. Start at {@code
 * Authentication}.
 */
package dev.connector.runtime.auth;
