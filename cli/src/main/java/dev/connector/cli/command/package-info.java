/**
 * One class for each command: parse, ask the domain, print, return the exit code.
 *
 * <p>May depend on {@code terminal} and on the domain's modules. Start at {@link
 * dev.connector.cli.command.Commands}.
 */
package dev.connector.cli.command;
