/**
 * An API as its definition says it is, on loopback, and the ways in which it can fail. Depends on
 * {@code spec.definition}, on what {@code spec.engine} says of credentials, on the runtime's JSON
 * and on mockwebserver3. Start with {@link dev.connector.spec.conformance.mock.MockApi}.
 */
package dev.connector.spec.conformance.mock;
