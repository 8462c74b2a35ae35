/**
 * What a model is told: its task, the format it writes, what is known and what is open.
 *
 * <p>The words are in {@code templates/agent}; here is how they are put together. Start with {@link
 * dev.connector.cli.agent.brief.Briefing}.
 */
package dev.connector.cli.agent.brief;
