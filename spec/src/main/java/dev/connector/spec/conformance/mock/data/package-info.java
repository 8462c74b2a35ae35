/**
 * The records of a mock API: made from schemas by a seed, and changed by requests and by tests.
 * Depends on {@code spec.definition} and {@code exchange}. Start with {@link
 * dev.connector.spec.conformance.mock.data.Dataset}.
 */
package dev.connector.spec.conformance.mock.data;
