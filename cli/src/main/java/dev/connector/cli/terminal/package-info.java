/**
 * What a command sees of the world outside: streams, colours, tables, questions, variables, clock.
 *
 * <p>Knows nothing of connectors. Start at {@link dev.connector.cli.terminal.Environment}.
 */
package dev.connector.cli.terminal;
