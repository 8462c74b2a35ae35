/**
 * Holding a connector to the rules as {@code test}, {@code contribute} and the agent do it.
 *
 * <p>May use the kit. Start with {@link dev.connector.cli.trial.ConformanceRun}.
 */
package dev.connector.cli.trial;
