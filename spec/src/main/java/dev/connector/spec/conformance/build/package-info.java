/**
 * The code of a connector in a user's project, as the rules about packages want it: {@link
 * MavenBuild} has the user's own build make it, {@link PackageChecks} judges it, and {@link
 * JavaProgram} starts it as the process the protocol describes.
 */
package dev.connector.spec.conformance.build;
