/**
 * Git repositories that the user owns and works in, where this program commits in the user's name.
 * Nothing that git's own configuration could have run, such as hooks and filters, is run.
 *
 * <p>May depend on {@code spec} and {@code source}. Start at {@code FirstCommit}.
 */
package dev.connector.registry.repository;
