/**
 * The place a command works on: a project that is there, or one that is made together with what is
 * put into it; and the connector a command runs: where its definition lies, with which variables.
 *
 * <p>May depend on {@code scaffold} and {@code registry.workspace}, which never see each other.
 * Start at {@link dev.connector.cli.project.Workplace} and {@link
 * dev.connector.cli.project.ConnectorPlaces}.
 */
package dev.connector.cli.project;
