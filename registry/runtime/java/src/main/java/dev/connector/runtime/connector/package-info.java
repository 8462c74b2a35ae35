/**
 * What a connector is to whoever uses it without knowing its API: it describes itself, checks its
 * credentials, reads resources as a stream of events, makes calls and judges webhooks.
 *
 * <p>Depends on {@code dev.connector.runtime} and its validation. Start at {@link
 * dev.connector.runtime.connector.Connector}.
 */
package dev.connector.runtime.connector;
