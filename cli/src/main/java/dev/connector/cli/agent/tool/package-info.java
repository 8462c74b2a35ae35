/**
 * What a model may do: read, propose, sample. Nothing else has an effect, whatever it says.
 *
 * <p>Start with {@link dev.connector.cli.agent.tool.AgentTool}.
 */
package dev.connector.cli.agent.tool;
