/**
 * What a vendor says of its own API, kept with a connector: {@link
 * dev.connector.spec.conformance.evidence.Fixture} reads it and {@link
 * dev.connector.spec.conformance.evidence.Replay} answers with it. Depends on no definition, which
 * had no part in making it.
 */
package dev.connector.spec.conformance.evidence;
