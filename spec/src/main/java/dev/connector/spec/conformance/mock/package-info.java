/**
 * An API as its definition says it is, on loopback. It keeps state, checks credentials, pages,
 * filters and counts requests; {@code data} makes its records, {@code fault} makes it fail, and
 * {@code exchange} is what passes between them. It answers in JSON alone, as the engine reads
 * nothing else, and refuses definitions all of whose ways to authenticate it cannot check (JSON Web
 * Tokens, OAuth 1, signatures by private keys, custom code).
 *
 * <p>Depends on {@code spec.definition}, on what {@code spec.engine} says of credentials, on the
 * runtime's JSON and webhook deliveries, and on mockwebserver3. Start with {@link
 * dev.connector.spec.conformance.mock.MockApi}.
 */
package dev.connector.spec.conformance.mock;
