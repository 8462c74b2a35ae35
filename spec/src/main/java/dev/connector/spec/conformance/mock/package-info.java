/**
 * An API as its definition says it is, on loopback, and the ways in which it can fail. Depends on
 * {@code spec.definition} and mockwebserver3 only. Start with {@link
 * dev.connector.spec.conformance.mock.MockApi}.
 */
package dev.connector.spec.conformance.mock;
