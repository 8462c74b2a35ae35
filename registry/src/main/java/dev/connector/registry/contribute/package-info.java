/**
 * The way back: a connector that was edited in a project becomes a change of the registry it came
 * from, is checked, and is proposed there.
 *
 * <p>Reads the project, never writes into it. May depend on {@code registry.workspace} for what is
 * installed, on {@code registry.source} for the registry, on {@code registry.repository} for the
 * user's identity, and on {@code spec} for reports. Start at {@code Contribution}.
 */
package dev.connector.registry.contribute;
