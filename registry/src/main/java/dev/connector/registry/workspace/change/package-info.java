/**
 * The one write path: a {@link dev.connector.registry.workspace.change.Plan} of file changes and
 * the {@link dev.connector.registry.workspace.change.ProjectTree} that applies it, all or nothing,
 * whatever interrupts it.
 *
 * <p>Knows nothing of connectors or build files; depends on the common failure type alone. Start at
 * {@code ProjectTree}.
 */
package dev.connector.registry.workspace.change;
