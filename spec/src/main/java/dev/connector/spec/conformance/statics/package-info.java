/**
 * The rules that are decided by reading: a connector's definition and files, in any language, with
 * nothing built, started or fetched. Everything read is hostile: sizes, nesting and links are
 * bounded, and no value of a file is repeated that may be a secret.
 *
 * <p>Depends on {@code definition}, {@code rules} and the runtime's {@code schema}. Start at {@link
 * dev.connector.spec.conformance.statics.StaticChecks}.
 */
package dev.connector.spec.conformance.statics;
