/**
 * The user's project: what it is, what of it is ours, and the plan that puts a connector into it.
 *
 * <p>{@code build} edits build files, {@code change} writes; this package decides. May depend on
 * {@code registry.source} for items and on {@code spec} for names of settings. Start at {@code
 * AddPlanner}.
 */
package dev.connector.registry.workspace;
