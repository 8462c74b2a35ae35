/**
 * What the Java of a connector is made of: its types, methods and statements, all decisions taken,
 * so that templates have nothing to decide.
 *
 * <p>May depend on {@code spec}, the runtime and {@code code}. Start at {@link
 * dev.connector.scaffold.render.model.JavaConnector}.
 */
package dev.connector.scaffold.render.model;
