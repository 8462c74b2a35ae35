/**
 * Records of the types that connectors share, made of an API's records.
 *
 * <p>Depends on {@code message}. Start at {@link dev.connector.runtime.canonical.CanonicalForm}.
 */
package dev.connector.runtime.canonical;
