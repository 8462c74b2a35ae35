/** The command line's entry: from arguments to an exit code. Start at {@link Main}. */
package dev.connector.cli;
