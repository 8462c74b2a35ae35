/**
 * Where connectors come from: addresses, registries (packed, git, folder), the cache, and the
 * checks that fetched content must pass. Reads, never writes into a project, never runs what it
 * fetched.
 *
 * <p>May depend on {@code spec} and {@code lesson}. Start at {@code Registry}.
 */
package dev.connector.registry.source;
