/**
 * Small real APIs with their documentation, which the agent is tried and tested against: each a
 * server on loopback, what a right definition of it says, and one that does.
 *
 * <p>Start at {@link dev.connector.cli.agent.world.World}.
 */
package dev.connector.cli.agent.world;
