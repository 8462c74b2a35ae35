/**
 * Turns what is known into files, through templates. Never writes to disk.
 *
 * <p>May depend on {@code spec} and {@code templates}. Start at {@link
 * dev.connector.scaffold.render.ProjectRenderer}.
 */
package dev.connector.scaffold.render;
