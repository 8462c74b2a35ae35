/**
 * A model fills the gaps of a connector: what is read, what is drafted, what is held to the rules,
 * and what of it is kept.
 *
 * <p>May use the engine, the kit, inference and the registry; of the other packages here only
 * {@code project} and {@code terminal}, and {@code model} below. Never {@code command}.
 */
package dev.connector.cli.agent;
