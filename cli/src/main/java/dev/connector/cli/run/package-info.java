/**
 * Reading resources to the event log: what to read in which order, the lines of the log, and the
 * file that keeps how far it came.
 *
 * <p>May depend on the runtime, {@code spec} and {@code terminal}. Start at {@link
 * dev.connector.cli.run.Reading}.
 */
package dev.connector.cli.run;
