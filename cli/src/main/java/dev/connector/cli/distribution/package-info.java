/**
 * Run by the build, never by users: makes what a release holds beside the jar.
 *
 * <p>May depend on {@code command}. Start at {@link dev.connector.cli.distribution.Content}.
 */
package dev.connector.cli.distribution;
