/**
 * Language models by their wire formats: one conversation in, one answer out.
 *
 * <p>Knows nothing of connectors, and may use {@code terminal} alone. Start with {@link
 * dev.connector.cli.agent.model.Model} and with {@link dev.connector.cli.agent.model.ModelChoice},
 * which makes one; {@code WireModel} calls it, a {@code Wire} says what the formats differ in.
 */
package dev.connector.cli.agent.model;
