package dev.connector.runtime.schema;

/**
 * Where and why a record does not fit its schema.
 *
 * @param path a JSON Pointer into the record
 * @param message what was expected; never quotes the value
 */
public record Violation(String path, String message) {}
