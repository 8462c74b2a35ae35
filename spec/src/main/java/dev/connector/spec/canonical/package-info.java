/**
 * The types of records that connectors share, as {@code spec/canonical} has them, and what a value
 * becomes in each.
 *
 * <p>Depends on {@code definition} and on the runtime's {@code canonical} and {@code schema}. Start
 * at {@link dev.connector.spec.canonical.CanonicalType}.
 */
package dev.connector.spec.canonical;
