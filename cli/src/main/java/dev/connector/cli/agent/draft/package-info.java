/**
 * What a model has proposed so far, and where its files may lie.
 *
 * <p>May use the definition's reader and the renderer. Start with {@link
 * dev.connector.cli.agent.draft.Draft}.
 */
package dev.connector.cli.agent.draft;
