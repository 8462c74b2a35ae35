/**
 * Whether records fit their JSON Schema, fast enough to ask for every record.
 *
 * <p>Depends on Jackson's tree alone. Start at {@link dev.connector.runtime.schema.RecordSchema}.
 */
package dev.connector.runtime.schema;
