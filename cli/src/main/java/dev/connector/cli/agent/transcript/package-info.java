/**
 * What was said and found in a run, a line of JSON each, so that a run can be read, repeated and
 * gone on with.
 *
 * <p>Start with {@link dev.connector.cli.agent.transcript.Transcript}.
 */
package dev.connector.cli.agent.transcript;
