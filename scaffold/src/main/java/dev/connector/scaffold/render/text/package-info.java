/**
 * What text from outside becomes in the files it lands in: JSON and Markdown that say what was said
 * and do nothing else.
 *
 * <p>Depends on nothing of the project. Start at {@link
 * dev.connector.scaffold.render.text.CanonicalJson}.
 */
package dev.connector.scaffold.render.text;
