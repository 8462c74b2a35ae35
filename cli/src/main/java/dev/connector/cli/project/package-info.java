/**
 * The place a command works on: a project that is there, or one that is made together with what is
 * put into it.
 *
 * <p>May depend on {@code scaffold} and {@code registry.workspace}, which never see each other.
 * Start at {@link dev.connector.cli.project.Workplace}.
 */
package dev.connector.cli.project;
