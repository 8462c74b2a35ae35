/**
 * Language models by their wire formats: one conversation in, one answer out.
 *
 * <p>Knows nothing of connectors. Start with {@link dev.connector.cli.agent.model.Model}.
 */
package dev.connector.cli.agent.model;
