/**
 * Code that nobody has looked at, compiled and run where it can do no harm, and judged there.
 *
 * <p>May use the kit, {@code trial} and {@code terminal}. A connector is judged by {@link
 * dev.connector.cli.agent.sandbox.Trial}, what confines it is a {@link
 * dev.connector.cli.agent.sandbox.Sandbox}. The judge and the code that is judged share no process,
 * no file that the code can write, and no sight of each other: the code sees standard input and
 * output, and the API on loopback that the judge made up.
 *
 * <p>A JVM for each check would be most of what judging costs. One serves the connector to most
 * checks instead, by {@link dev.connector.cli.agent.sandbox.Sessions}, in a sandbox like the
 * others; what is about a program itself, such as how it is killed, is checked with one of its own.
 */
package dev.connector.cli.agent.sandbox;
