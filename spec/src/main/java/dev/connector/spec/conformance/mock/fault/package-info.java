/**
 * The ways in which APIs fail, and which requests they fail. A {@link
 * dev.connector.spec.conformance.mock.fault.Fault} works on the records of a page, on the answer as
 * a whole, or on the connection. Depends on {@code exchange}, {@code spec.definition} and
 * mockwebserver3.
 */
package dev.connector.spec.conformance.mock.fault;
