/**
 * Java source as it is put together: names that can be used, text that can do no harm where it
 * lands, and lines of a hundred columns. Knows nothing of connectors.
 *
 * <p>Depends on nothing. Start at {@link dev.connector.scaffold.render.code.Code}.
 */
package dev.connector.scaffold.render.code;
