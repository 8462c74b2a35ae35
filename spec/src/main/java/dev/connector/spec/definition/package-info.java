/**
 * The definition format, {@code connector.json}, as immutable records and sealed types: what a
 * connector is, in data. JSON Pointers say where values are, {@code {placeholders}} say what goes
 * into a request, and there is no expression language.
 *
 * <p>Depends on Jackson's tree and the runtime's error codes. Start at {@link
 * dev.connector.spec.definition.Definition}; read one with {@code reader.DefinitionReader}.
 */
package dev.connector.spec.definition;
