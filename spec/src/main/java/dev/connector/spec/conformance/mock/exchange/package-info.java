/**
 * What goes over the wire of a mock API, in and out, while it can still be looked at and changed.
 * Depends on {@code spec.definition}. Start with {@link
 * dev.connector.spec.conformance.mock.exchange.Page}.
 */
package dev.connector.spec.conformance.mock.exchange;
