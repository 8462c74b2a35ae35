/**
 * The user's build file: what it says of language level and dependencies, and the smallest textual
 * edit that adds what is missing.
 *
 * <p>Pure text in, text out; never runs a build tool, never touches the disk. Start at {@code
 * BuildFile}.
 */
package dev.connector.registry.workspace.build;
