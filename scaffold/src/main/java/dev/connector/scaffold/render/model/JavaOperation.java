package dev.connector.scaffold.render.model;

import dev.connector.spec.definition.Operation;

/**
 * An operation as Java.
 *
 * @param name the definition's, {@code list}
 * @param method the name of the method that calls it, {@code list}
 */
public record JavaOperation(String name, Operation definition, String method) {}
