/**
 * Contents against each other: what became of a file that the user and its origin may both have
 * changed, and which file a renamed one was.
 *
 * <p>Pure functions over bytes; knows nothing of projects or registries and depends on JGit's diff
 * alone. Start at {@code ThreeWay}.
 */
package dev.connector.registry.workspace.merge;
